"""`cmake --install` into an empty folder, and what is built on it.

Usage: installed.py CMAKE BUILD SOURCE

Everything that is promised is there; the program answers; examples/embed is built against the installed library, by CMake and by
pkg-config, and says of the example pile what `readout quotes` says; every installed header can be included by itself.
"""
import gzip
import os
import pathlib
import re
import subprocess
import sys
import tempfile

cmake, build, house = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
problems = []


def hold(holds, what):
    if not holds:
        problems.append(what)


def run(command, **settings):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **settings)
    if done.returncode != 0:
        problems.append(f"{' '.join(map(str, command))[:160]}: {done.returncode}\n{(done.stdout + done.stderr)[-1500:]}")
    return done.stdout


def hold_files(root):
    for name in ["bin/readout", "lib/libreadout.so", "lib/libreadout.so.0.1", "lib/pkgconfig/readout.pc",
                 "lib/cmake/readout/readout-config.cmake", "include/readout/engine/account.h",
                 "share/man/man1/readout.1.gz", "share/man/man1/readout-verify.1.gz",
                 "share/bash-completion/completions/readout", "share/zsh/site-functions/_readout",
                 "share/fish/vendor_completions.d/readout.fish", "share/doc/readout/LICENSE", "share/doc/readout/README.md"]:
        hold((root / name).exists(), f"{name} is not installed")
    for path in root.rglob("*"):
        hold(not re.search(r"_test\.|for_test|\.cpp$|/score/|/sqlite/", str(path.relative_to(root))), f"{path} is nobody's business")
        if path.is_file() and path.suffix in (".pc", ".cmake"):
            hold(str(house) not in path.read_text() and str(root) not in path.read_text(), f"{path} names where it was made")
    for page in (root / "share/man/man1").glob("*.gz"):
        hold(gzip.decompress(page.read_bytes()).startswith(b".TH READOUT"), f"{page.name} is a man page")
    verbs = re.findall(r"^Command (\w+)_command", (house / "cli/verbs.h").read_text(), re.M)
    pages = len(list((root / "share/man/man1").glob("readout-*.gz")))
    hold(pages == len(verbs), f"{pages} man pages for {len(verbs)} verbs")


def hold_headers(root, folder):
    """A header that needs another one first, or one that is not installed, is no header."""
    headers = sorted(path.relative_to(root / "include") for path in (root / "include").rglob("*.h"))
    source = folder / "headers.cpp"
    source.write_text("".join(f"#include <{header}>\n" for header in headers))
    run(["c++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", f"-I{root}/include", source])
    for header in headers:
        for other in re.findall(r'#include "(readout/[^"]+)"', (root / "include" / header).read_text()):
            hold((root / "include" / other).exists(), f"{header} includes {other}, which is not installed")


def spans(lines):
    """"103:149-372" or " 149-372 " of each line, as numbers."""
    return sorted(set(re.findall(r"(\d+-\d+)", " ".join(lines))))


def hold_example(root, folder):
    settings = {**os.environ, "PKG_CONFIG_PATH": f"{root}/lib/pkgconfig", "LD_LIBRARY_PATH": f"{root}/lib"}
    flags = run(["pkg-config", "--cflags", "--libs", "readout"], env=settings).split()
    run(["c++", "-std=c++20", "-Wall", "-Wextra", "-Werror", house / "examples/embed/who_said.cpp", "-o", folder / "by_hand", *flags])
    run([cmake, "-S", house / "examples/embed", "-B", folder / "embed", f"-DCMAKE_PREFIX_PATH={root}", "-DCMAKE_BUILD_TYPE=Debug"])
    run([cmake, "--build", folder / "embed"])
    file = house / "examples/pile/104_varpress.txt"
    by_hand = run([folder / "by_hand", file], env=settings)
    hold(by_hand == run([folder / "embed/who_said", file]), "both builds of the example say the same")
    told = run([root / "bin/readout", "quotes", file, "--json"])
    wanted = sorted({f"{one[0]}-{one[1]}" for line in told.splitlines() if '"type":"speech"' in line
                     for part in re.findall(r'"content":\[(.*?)\]', line)
                     for one in re.findall(r'"begin":(\d+),"end":(\d+)', part)})
    hold(wanted and spans(re.findall(r"  (\d+-\d+) ", by_hand)) == wanted, "the example finds the spans that the program finds")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    root = folder / "usr"
    run([cmake, "--install", build, "--prefix", root])
    if not problems:
        hold_files(root)
        hold(run([root / "bin/readout", "--version"]).startswith("readout "), "the installed program tells its version")
        hold_headers(root, folder)
        hold_example(root, folder)
print("\n".join(problems))
sys.exit(1 if problems else 0)
