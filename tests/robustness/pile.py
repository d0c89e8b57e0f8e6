"""A temporary folder, the program in it, and what every scenario holds of an answer."""
import hashlib
import json
import os
import pathlib
import subprocess
import tempfile

LIMIT_S = 120  # longer is a hang; the sanitizers' builds are slow


class Skipped(Exception):
    """Why a scenario cannot be played here."""


class Pile:
    """One scenario's folder, with a record of its own."""

    def __init__(self, program):
        self.program = str(pathlib.Path(program).resolve())
        self.place = tempfile.TemporaryDirectory(prefix="readout_robustness_")
        self.root = pathlib.Path(self.place.name)
        self.env = {**os.environ, "NO_COLOR": "1", "READOUT_RECORD": str(self.root / "readout.db"), "LC_ALL": "C.UTF-8"}

    def write(self, name, data):
        path = self.root / "pile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return str(path)

    def start(self, *arguments, **more):
        return subprocess.Popen([self.program, *arguments], cwd=self.root, env=self.env, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def run(self, *arguments, code=0, **more):
        """Runs a verb to its end, holds its exit code, and returns what it printed on both."""
        process = self.start(*arguments, **more)
        try:
            out, err = process.communicate(timeout=LIMIT_S)
        except subprocess.TimeoutExpired as hang:
            process.kill()
            raise AssertionError(f"readout {arguments}: hangs") from hang
        codes = code if isinstance(code, tuple) else (code,)
        said = f"readout {arguments}: exit {process.returncode}\n{out[-2000:]!r}\n{err[-2000:]!r}"
        assert process.returncode in codes, said
        assert process.returncode >= 0 and b"Sanitizer" not in err, said
        return out, err

    def export(self):
        return self.run("export", code=(0, 1))[0]

    def documents(self):
        """The rows of `documents --json`, by origin's last part."""
        out, _ = self.run("documents", "--json", code=(0, 1))
        rows = [json.loads(line)["data"] for line in out.splitlines()]
        return {os.path.basename(row["origin"]): row for row in rows}

    def sound(self):
        out, err = self.run("doctor")
        return out + err


def article(number):
    """An invented report; its words differ by number."""
    digest = hashlib.sha256(str(number).encode()).hexdigest()[:8]
    return (f"HALVIK, April {number % 28 + 1}. /NCA/. The ferry {digest} will sail again, the harbour office said.\n\n"
            f"“We repaired pump {number} and hull {digest},” Harbour Minister Anna Kovel told reporters.\n"
            f"She denied that crew {digest} had been sent home.\n") * 3
