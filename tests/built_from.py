"""What `readout --version` says it was built from is the same in a clone and in a tarball without git.

Usage: built_from.py CMAKE REPOSITORY
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

cmake, house = sys.argv[1], pathlib.Path(sys.argv[2])


def built_from(root, folder):
    out = pathlib.Path(folder) / "built_from.cpp"
    subprocess.run([cmake, f"-DROOT={root}", f"-DOUT={out}", "-P", f"{root}/cmake/built_from.cmake"], check=True)
    return [line.strip(' ",') for line in out.read_text().splitlines() if line.startswith("    ")]


if subprocess.run(["git", "-C", house, "rev-parse", "HEAD"], capture_output=True).returncode != 0:
    print("no git here: nothing to compare a tarball with")
    sys.exit(77)
with tempfile.TemporaryDirectory() as folder:
    here = built_from(house, folder)
    again = built_from(house, folder)
    # A tarball: what stands here, and the commit as git archive writes it.
    tarball = pathlib.Path(folder) / "tarball"
    git = ["git", "-C", house]
    names = subprocess.run([*git, "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True).stdout
    for name in names.splitlines():
        if (house / name).is_file():
            (tarball / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(house / name, tarball / name)
    archive = subprocess.run([*git, "archive", "HEAD", "cmake/commit.txt"], capture_output=True)
    subprocess.run(["tar", "-x", "-C", tarball], input=archive.stdout, check=True)
    there = built_from(tarball, folder)
    (tarball / "cmake/commit.txt").write_text("$Format:%H$\n")
    nowhere = built_from(tarball, folder)
    (tarball / "readout/speech/added.cpp").write_text("// another rule\n")
    other = built_from(tarball, folder)
problems = []
if here != again:
    problems.append(f"twice, and not the same: {here} {again}")
if here[1:] != there[1:]:
    problems.append(f"digests of a clone {here[1:]} and of a tarball {there[1:]}")
if there[0] != here[0].removesuffix(", with changes"):
    problems.append(f"a tarball of {here[0]} says {there[0]}")
if nowhere[0] != "unknown" or nowhere[1:] != there[1:]:
    problems.append(f"without git and without a commit: {nowhere}")
if other[1] == nowhere[1] or other[2:] != nowhere[2:]:
    problems.append("a file more in room speech changes what reads, and nothing else")
print("\n".join(problems))
sys.exit(1 if problems else 0)
