#!/usr/bin/env python3
"""Runs one scenario, or all:   run.py PROGRAM [SCENARIO]"""
import inspect
import sys

import bytes_in
import checking
import interruptions
import serving
from pile import Pile, Skipped


def scenarios():
    found = {}
    for module in (bytes_in, checking, interruptions, serving):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                found[name] = function
    return found


def main():
    program, names = sys.argv[1], sys.argv[2:]
    known = scenarios()
    for name in names or sorted(known):
        try:
            known[name](Pile(program))
        except Skipped as why:
            print(f"skipped: {why}")
            return 77
        print(f"{name}: kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
