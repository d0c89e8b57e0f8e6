"""`readout serve` with what goes wrong around it: clients without manners, and a record that is moved under it."""
import contextlib
import http.client
import json
import os
import re
import resource
import select
import shutil
import signal
import socket
import sqlite3
import time

from pile import Pile, Skipped, article

CROWD = 10_000


class _Site:
    """A running `readout serve`, and one way to ask it."""

    def __init__(self, process, url):
        self.process = process
        self.url = url
        self.host, self.port = url.split("//")[1].strip("/").rsplit(":", 1)
        self.port = int(self.port)

    def ask(self, target, method="GET", body=None, timeout=20, **headers):
        """(status, headers, body) of one request on a connection of its own."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            connection.request(method, target, body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def send(self, fields, target="/decide", **headers):
        body = "&".join(f"{key}={value}" for key, value in fields.items())
        return self.ask(target, "POST", body, Origin=self.url.rstrip("/"),
                        Content_Type="application/x-www-form-urlencoded", **headers)

    def socket(self):
        return socket.create_connection((self.host, self.port), timeout=20)

    def raw(self, data):
        """What comes back for these bytes, until the server closes or waits for more."""
        with self.socket() as link:
            link.settimeout(20 if b"Connection: close" in data else 1)
            with contextlib.suppress(OSError):
                link.sendall(data)
            got = b""
            with contextlib.suppress(OSError):
                while piece := link.recv(65536):
                    got += piece
            return got

    def alive(self):
        status, _, body = self.ask("/verify.json?q=the+harbour+office+will+sail")
        assert self.process.poll() is None and status == 200, (status, body[:300])

    def memory(self):
        """Resident megabytes."""
        status = open(f"/proc/{self.process.pid}/status", encoding="ascii").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


@contextlib.contextmanager
def _serve(pile, *arguments, **more):
    process = pile.start("serve", "--port", "0", *arguments, **more)
    ready, _, _ = select.select([process.stdout], [], [], 60)
    line = process.stdout.readline().decode().strip() if ready else ""
    assert line.startswith("http://"), (line, process.poll(), process.stderr.read() if process.poll() else "")
    try:
        yield _Site(process, line)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0 and b"Sanitizer" not in err, (process.returncode, err[-2000:])


def _fill(pile, count=20):
    for number in range(count):
        pile.write(f"{number:05}.txt", article(number))
    pile.run("add", "-q", "pile")


def serve_ends_on_a_signal(pile):
    _fill(pile)
    for how in (signal.SIGTERM, signal.SIGINT):
        with _serve(pile) as site:
            site.alive()
            idle = site.socket()
            since = time.monotonic()
            site.process.send_signal(how)
            site.process.wait(timeout=30)
            assert time.monotonic() - since < 1.5 * _patience(), "ends within a second"
            idle.close()


def _patience():
    """Sanitizers and a loaded machine are slow; what is told to take a second may take so many times that."""
    return 1 + os.getloadavg()[0] / (os.cpu_count() or 1)


def serve_says_what_hinders_it(pile):
    _, err = pile.run("serve", "--port", "0", code=2)
    assert b"readout add" in err
    _fill(pile)
    with _serve(pile) as site, _serve(pile) as other:
        site.alive()
        other.alive()
        _, err = pile.run("serve", "--port", str(site.port), code=2)
        assert b"another program has this port" in err and b"--port 0" in err, err
    _, err = pile.run("serve", "--listen", "0.0.0.0", code=2)
    assert b"--open-to-the-network" in err, err
    for words in (["--listen", "nowhere"], ["--port", "70000"]):
        pile.run("serve", *words, code=2)


def serve_to_the_network_wants_a_key(pile):
    _fill(pile)
    process = pile.start("serve", "--port", "0", "--listen", "0.0.0.0", "--open-to-the-network")
    line = process.stdout.readline().decode().strip()
    try:
        found = re.fullmatch(r"http://0\.0\.0\.0:(\d+)/\?key=([0-9a-f]{32})", line)
        assert found, line
        site = _Site(process, f"http://127.0.0.1:{found[1]}/")
        assert site.ask("/verify?q=a")[0] == 403
        assert site.ask("/style.css")[0] == 403
        status, headers, _ = site.ask(f"/verify?q=a&key={found[2]}")
        assert status == 303 and headers["Location"] == "/verify?q=a", headers
        cookie = headers["Set-Cookie"]
        assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
        assert site.ask("/verify?q=a", Cookie=cookie.split(";")[0])[0] == 200
    finally:
        process.terminate()
        process.communicate(timeout=30)


def crowd_of_connections(pile):
    """10,000 connections that say nothing, or little: others are answered all the while."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    crowd = min(CROWD, (hard if hard != resource.RLIM_INFINITY else CROWD * 2) - 500)
    if crowd < 500:
        raise Skipped(f"only {hard} files may be open here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    links = []
    try:
        _fill(pile)
        with _serve(pile) as site:
            site.alive()
            for number in range(crowd):
                link = socket.socket()
                link.setblocking(False)
                link.connect_ex((site.host, site.port))
                links.append(link)
                if number % 100 == 99:
                    # Some speak a little, and never finish.
                    for other in links[-20:]:
                        with contextlib.suppress(OSError):
                            other.send(b"GET / HTTP/1.1\r\nHost: ")
                if number % 1000 == 999:
                    since = time.monotonic()
                    site.alive()
                    assert time.monotonic() - since < 2 * _patience(), f"answered behind {number} connections"
            assert site.memory() < 200 * _patience() or "Sanitizer" in str(pile.env), site.memory()
            for link in links:
                link.close()
            links.clear()
            site.alive()
    finally:
        for link in links:
            link.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def crowd_beyond_the_limit_of_files(pile):
    """The system gives few descriptors: who idles longest goes, and a browser is still answered."""
    _fill(pile)
    limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (600, 600))
    with _serve(pile, preexec_fn=limit) as site:
        links = []
        for _ in range(900):
            links.append(site.socket())
        for _ in range(5):
            site.alive()
        for link in links:
            link.close()


def malformed_requests(pile):
    _fill(pile)
    with _serve(pile) as site:
        host = f"Host: {site.host}:{site.port}\r\n".encode()
        last = host + b"Connection: close\r\n\r\n"
        for data in (b"\0" * 100, b"\xff" * 5000, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
                     b"GET  /nowhere HTTP/1.1\r\n" + host + b"\r\n", b"GET /nowhere\0 HTTP/1.1\r\n" + host + b"\r\n",
                     b"GET /%00 HTTP/1.1\r\n" + host + b"\r\n", b"GET / HTTP/1.1\r\n" + host + host + b"\r\n",
                     b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"GET http://evil.example/ HTTP/1.1\r\n" + host + b"\r\n",
                     b"POST /decide HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n",
                     b"POST /decide HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                     b"POST /decide HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                     b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
                     b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + host + b"\r\n",
                     b"GET / HTTP/1.1\r\n" + host + b"".join(b"X%d: 1\r\n" % i for i in range(20_000)) + b"\r\n",
                     b"PUT / HTTP/1.1\r\n" + host + b"\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
            got = site.raw(data)
            assert not got or re.match(rb"HTTP/1\.[01] [45]\d\d ", got), (data[:80], got[:200])
        # Pipelined requests are answered in order.
        got = site.raw(b"GET /style.css HTTP/1.1\r\n" + host + b"\r\nGET /nothing HTTP/1.1\r\n" + last)
        assert re.findall(rb"HTTP/1\.1 (\d+)", got) == [b"200", b"404"], got[:500]
        site.alive()


def oversized_bodies(pile):
    _fill(pile)
    with _serve(pile) as site:
        assert site.send({"verb": "a" * 20_000})[0] == 413
        assert site.send({"text": "a" * (4 << 20)}, "/draft")[0] == 413
        endless = b"POST /draft HTTP/1.1\r\nHost: %s:%d\r\nTransfer-Encoding: chunked\r\n\r\n" % (
            site.host.encode(), site.port)
        chunk = b"10000\r\n" + b"a" * 65536 + b"\r\n"
        with site.socket() as link, contextlib.suppress(OSError):
            link.sendall(endless)
            for _ in range(100_000):
                link.sendall(chunk)
            raise AssertionError("a body without end was read to its end")
        assert site.memory() < 400, site.memory()
        site.alive()


def record_moved_under_the_site(pile):
    """Removed, replaced, locked, damaged: 503 with the next step, and served again as soon as it can be."""
    _fill(pile, 3)
    other = Pile(pile.program)
    other.write("other.txt", "TARN, May 3. The lighthouse keeper said: “The lamp burned through the night.”\n" * 2)
    other.run("add", "-q", "pile")
    record = pile.root / "readout.db"
    query = "/verify.json?q=The+lamp+burned+through+the+night"
    with _serve(pile) as site:
        before = site.ask(query)
        assert before[0] == 200 and "EXACT" not in before[2], before
        record.rename(pile.root / "away.db")
        status, headers, body = site.ask(query)
        assert status == 503 and "readout add" in body and headers["Retry-After"], (status, body)
        shutil.copy(other.root / "readout.db", pile.root / "new.db")
        (pile.root / "new.db").rename(record)
        for tail in ("-wal", "-shm"):
            (pile.root / f"readout.db{tail}").unlink(missing_ok=True)
        status, _, body = site.ask(query)
        assert status == 200 and "EXACT" in body, (status, body[:500])
        record.write_bytes(b"no record" * 1000)
        assert site.ask("/verify?q=something+else")[0] in (500, 503)
        record.unlink()
        (pile.root / "away.db").rename(record)
        site.alive()
        # Another program holds the file for itself.
        lock = sqlite3.connect(record, timeout=0, isolation_level=None)
        lock.execute("PRAGMA locking_mode = EXCLUSIVE")
        with contextlib.suppress(sqlite3.OperationalError):
            lock.execute("BEGIN EXCLUSIVE")
        assert site.ask("/verify?q=while+it+is+locked")[0] in (200, 503)
        lock.close()
        site.alive()


def pages_while_add_writes(pile):
    """The record grows under the site; no request fails, and what came in is found."""
    _fill(pile, 5)
    for number in range(5, 600):
        pile.write(f"{number:05}.txt", article(number))
    with _serve(pile) as site:
        adding = pile.start("add", "-q", "pile")
        asked = 0
        while adding.poll() is None:
            status, _, body = site.ask(f"/verify.json?q=We+repaired+pump+{asked}+and+hull")
            assert status == 200, (status, body[:300])
            asked += 1
        adding.communicate()
        assert adding.returncode == 0 and asked > 0
        status, _, body = site.ask("/verify.json?q=We+repaired+pump+599+and+hull")
        assert status == 200 and "00599" in body, body[:500]
        assert json.loads(body)


def disk_full_while_deciding(pile):
    """No room for the journal: said so, nothing lost, the journal whole, the site alive, and decided once there is room."""
    _fill(pile, 3)
    journal = pile.root / "readout.decisions.jsonl"
    name = next(iter(pile.documents().values()))["name"]
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_960, 40_960))
    note = {"verb": "note", "target": f"{name}:0-6", "author": "Ada", "back": "/decisions"}

    def token(site):
        return re.search(r'name="token" value="([0-9a-f]{32})"', site.ask("/draft")[2])[1]

    with _serve(pile, preexec_fn=limit) as site:
        decided = 0
        while True:
            status, _, body = site.send({**note, "reason": f"reason+{decided}+" + "x" * 2000, "token": token(site)})
            if status != 303:
                break
            decided += 1
            assert decided < 100
        assert status in (503, 507) and "nothing was decided" in body, (status, body)
        lines = journal.read_text().splitlines()
        assert len(lines) == decided > 5, (len(lines), decided)
        assert all(json.loads(line)["id"] for line in lines)
        site.alive()
    with _serve(pile) as site:
        assert site.send({**note, "reason": "there+is+room", "token": token(site)})[0] == 303
        assert site.send({**note, "reason": "no+token"})[0] == 403
        assert len(journal.read_text().splitlines()) == decided + 1
