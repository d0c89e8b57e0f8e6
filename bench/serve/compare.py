#!/usr/bin/env python3
"""Readout's pages against Datasette's on one record, one machine, one run. README.md beside this file tells how.

Usage: compare.py READOUT RECORD DATASETTE_VENV [SECONDS]

Prints Markdown: requests a second, median and 99th percentile at 32 connections over thousands of different addresses,
memory at the end of it, and the first byte of every page. Ends with 1 where a floor is missed.
"""
import http.client
import os
import pathlib
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
CONNECTIONS, ADDRESSES = 32, 5000
FLOOR_TIMES, FLOOR_P99_MS, FLOOR_MEMORY_MB, FLOOR_FIRST_BYTE_MS = 20, 20, 200, 50
missed = []


class Server:
    """A program that serves, until it is left; `said` is what it printed up to its address."""

    def __init__(self, command, **environment):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                        env={**os.environ, **environment})
        self.address = None
        for line in self.process.stdout:
            found = re.search(r"http://([^\s/]+)", line)
            if found:
                self.address = found[1]
                break
        if not self.address:
            raise SystemExit(f"did not start: {command}")
        for _ in range(600):
            try:
                self.first_byte("/")
                break
            except OSError:
                time.sleep(0.1)
        threading.Thread(target=self.process.stdout.read, daemon=True).start()  # a full pipe would stop it

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def first_byte(self, address):
        """(milliseconds to the first byte, status, bytes)"""
        connection = http.client.HTTPConnection(self.address, timeout=120)
        connection.connect()
        began = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        took = 1000 * (time.perf_counter() - began)
        return took, answer.status, len(answer.read())

    def memory_mb(self):
        """Resident now and at most, of the program and its children."""
        now = most = 0
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        for process in [str(self.process.pid), *children]:
            status = pathlib.Path(f"/proc/{process}/status").read_text()
            now += int(re.search(r"VmRSS:\s+(\d+)", status)[1])
            most += int(re.search(r"VmHWM:\s+(\d+)", status)[1])
        return now / 1024, most / 1024

    def hammer(self, addresses, seconds):
        """requests a second, median ms, 99th percentile ms, answers that were no 2xx or 3xx"""
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(addresses) + "\n")
            file.flush()
            said = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s", "--latency",
                                   "-s", HERE / "distinct.lua", f"http://{self.address}", "--", file.name],
                                  capture_output=True, text=True, check=True).stdout
        refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
        failed = re.search(r"Socket errors: (.*)", said)
        if failed:
            print(f"wrk: {failed[0]}", file=sys.stderr)
        return (float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), in_ms(said, "50%"), in_ms(said, "99%"),
                int(refused[1]) if refused else 0)


def in_ms(said, row):
    number, unit = re.search(rf"{row}\s+([\d.]+)(us|ms|s|m)\b", said).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def quoted(text):
    return urllib.parse.quote(text, safe=":")


def addresses_of(record):
    """Of a few thousand documents and statements, drawn the same way in every run: kind -> addresses."""
    base = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    database = pathlib.Path(record).stem
    documents = base.execute("SELECT id, name FROM documents WHERE speeches > 0 ORDER BY id").fetchall()
    drawn = random.Random(7).sample(documents, min(ADDRESSES, len(documents)))
    found = {"source": [], "statement": [], "row": [], "table": [], "document": []}
    for number, name in drawn:
        rows = base.execute("SELECT id, blob_begin, blob_end FROM speeches WHERE id BETWEEN ? AND ? ORDER BY id",
                            (number << 24, (number << 24) + (1 << 24) - 1)).fetchall()
        row = rows[len(rows) // 2]
        found["source"].append(f"/source/{quoted(name)}")
        found["statement"].append(f"/statement/{quoted(name)}:{row[1]}-{row[2]}")
        found["row"].append(f"/{database}/speeches/{row[0]}")
        found["table"].append(f"/{database}/speeches?id__gte={rows[0][0]}&id__lte={rows[-1][0]}")
        found["document"].append(f"/{database}/documents/{number}")
    return found


def hold(name, holds, said):
    if not holds:
        missed.append(f"{name}: {said}")


def measured(name, server, pages, seconds):
    """Rows of one program: {page: requests a second}."""
    rates = {}
    for page, addresses in pages.items():
        server.hammer(addresses[:500], 1)  # so that nobody is measured while it wakes
        rate, median, slow, refused = server.hammer(addresses, seconds)
        now, most = server.memory_mb()
        rates[page] = rate
        print(f"| {name} | {page} | {rate:,.1f} | {median:.2f} | {slow:.2f} | {now:.0f} (at most {most:.0f}) | "
              f"{refused if refused else ''} |", flush=True)
        if name == "readout":
            hold(page, slow <= FLOOR_P99_MS, f"99th percentile {slow:.1f} ms")
            hold(page, most <= FLOOR_MEMORY_MB, f"memory {most:.0f} MB")
            hold(page, not refused, f"{refused} refused")
    return rates


def links_of(server, address, pattern):
    connection = http.client.HTTPConnection(server.address, timeout=120)
    connection.request("GET", address)
    text = connection.getresponse().read().decode()
    return [href.replace("&amp;", "&") for href in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', text) if re.match(pattern, href)]


def every_page(server, found):
    """Addresses of every page, some of them deep in their lists."""
    pages = {"pile": "/", "timeline": "/timeline", "persons": "/person", "inbox": "/inbox", "decisions": "/decisions",
             "method": "/method", "verify": "/verify", "draft": "/draft", "search": "/search",
             "source": found["source"][0], "statement": found["statement"][0],
             "bytes": "/" + found["statement"][0].rsplit("/", 1)[1],
             "timeline, narrowed": "/timeline?kind=direct&language=en",
             "search, a common word": "/search?q=minister", "search, two words": "/search?q=harbour+morning",
             "verify, stands nowhere": "/verify?q=the+ferry+will+sail+in+the+morning+whatever+they+say"}
    for name, hub, pattern in [("person, the best known", "/person", "/person/."), ("discrepancy", "/inbox", "/inbox/d-"),
                               ("timeline, page 2", "/timeline", r"/timeline\?.*(after|from|page|next)="),
                               ("pile, page 2", "/", r"/\?.*(after|from|page|next)="),
                               ("inbox, page 2", "/inbox", r"/inbox\?.*(after|from|page|next)=")]:
        links = links_of(server, hub, pattern)
        if links:
            pages[name] = links[0]
        else:
            print(f"no link like {pattern} on {hub}", file=sys.stderr)
    return pages


def first_bytes(start, found):
    print("\n| page | first request, ms | median of 20, ms | most of 20, ms | bytes | status |\n|---|---|---|---|---|---|")
    with start() as server:
        pages = every_page(server, found)
    with start() as server:  # a fresh one: nothing is cached but by the system
        for name, address in pages.items():
            cold, status, size = server.first_byte(address)
            warm = [server.first_byte(address)[0] for _ in range(20)]
            print(f"| {name} | {cold:.1f} | {statistics.median(warm):.1f} | {max(warm):.1f} | {size:,} | {status} |", flush=True)
            hold(name, cold <= FLOOR_FIRST_BYTE_MS, f"first byte after {cold:.0f} ms")
            hold(name, status == 200, f"status {status}")


def main():
    readout, record, venv = sys.argv[1:4]
    seconds = int(sys.argv[4]) if len(sys.argv) > 4 else 10
    found = addresses_of(record)
    tools = pathlib.Path(venv) / "bin"
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {len(found['source'])} different addresses of each kind, "
          f"{CONNECTIONS} connections, {seconds} s each\n")
    print("| program | page | requests/s | median ms | p99 ms | resident MB | refused |\n|---|---|---|---|---|---|---|")

    def start():
        return Server([readout, "serve", "--record", record, "--port", "0"])

    with start() as server:
        ours = measured("readout", server, {"statement": found["statement"], "document": found["source"]}, seconds)
    theirs = {}
    pages = {"statement's row": found["row"], "document's statements, a table": found["table"], "document's row": found["document"]}
    with Server([tools / "datasette", "serve", "--immutable", record, "--port", "8377"]) as server:
        theirs["datasette --immutable"] = measured("datasette --immutable", server, pages, seconds)
    with Server([tools / "uvicorn", "--app-dir", HERE, "--port", "8378", "--workers", "2", "--log-level", "info",
                 "--no-access-log", "datasette_app:app"], READOUT_RECORD=record) as server:
        theirs["the same, 2 processes, no facets"] = measured("the same, 2 processes, no facets", server, pages, seconds)
    print("\n| against | statement | document, table | document, row |\n|---|---|---|---|")
    for name, rates in theirs.items():
        row, table, document = (ours["statement"] / rates["statement's row"],
                                ours["document"] / rates["document's statements, a table"],
                                ours["document"] / rates["document's row"])
        print(f"| {name} | {row:.1f} times | {table:.1f} times | {document:.1f} times |")
        hold(f"against {name}", min(row, table) >= FLOOR_TIMES, f"{row:.1f} and {table:.1f} times")
    first_bytes(start, found)
    print()
    for each in missed:
        print(f"missed: {each}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
