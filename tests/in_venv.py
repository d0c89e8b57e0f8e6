"""Tests that need a package from PyPI run in build/venv, which `tools/setup --venv` makes from requirements.txt.

    import in_venv
    in_venv.enter("mcp")  # goes on in build/venv; where the package is not to be had, ends with 77: skipped
"""
import importlib.util
import os
import pathlib
import sys

PYTHON = pathlib.Path(__file__).resolve().parent.parent / "build/venv/bin/python"


def enter(package):
    if importlib.util.find_spec(package):
        return
    if not PYTHON.exists() or pathlib.Path(sys.prefix).resolve() == PYTHON.parent.parent.resolve():
        print(f"no Python package '{package}': run tools/setup --venv, which needs PyPI")
        sys.exit(77)
    os.execv(PYTHON, [str(PYTHON), *sys.argv])
