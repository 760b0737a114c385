#!/usr/bin/env python3
"""Playgrounds at work on a site of this machine, and how long its pages take meanwhile.

  bench/site_load.py [--playgrounds 50] [--minutes 10]

Starts `hillock serve` by itself, opens that many playgrounds that run, reads their streams, and asks for one page after the other. Prints how
long pages took, how evenly steps were shared out, and what memory the server took from minute to minute.
"""
import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.parse

import speed_page

PAGES = ["/", "/functions", "/functions/gelu", "/own?f=x*tanh(exp(x))", "/playground", "/lessons", "/experiments", "/assets/site.css"]


class Visitor:
    """A browser that has been let in."""

    def __init__(self, door):
        self.address = urllib.parse.urlsplit(door)
        _, headers = self.ask("GET", f"{self.address.path}?{self.address.query}")
        self.cookies = [headers["Set-Cookie"].split(";")[0]]
        page, headers = self.ask("GET", "/")
        self.cookies.append(headers["Set-Cookie"].split(";")[0])
        self.token = re.search(r'name="token" content="([^"]*)"', page).group(1)

    def open(self, method, path, body=None):
        line = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=60)
        headers = {"Cookie": "; ".join(getattr(self, "cookies", [])), "X-Hillock-Token": getattr(self, "token", "")}
        line.request(method, path, body if body is None else json.dumps(body), headers | ({"Content-Type": "application/json"} if body is not None else {}))
        return line.getresponse()

    def ask(self, method, path, body=None):
        answer = self.open(method, path, body)
        text = answer.read().decode()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:200]}")
        return text, answer.headers


class Playground(threading.Thread):
    """One that runs, and somebody who looks at it."""

    def __init__(self, visitor, number):
        super().__init__(daemon=True)
        self.visitor, self.frames, self.step = visitor, 0, 0
        self.id = json.loads(visitor.ask("POST", "/playground/sessions", {"seed": number})[0])["id"]

    def run(self):
        stream = self.visitor.open("GET", f"/playground/sessions/{self.id}/events")
        self.visitor.ask("POST", f"/playground/sessions/{self.id}/command", {"do": "run"})
        for line in stream:
            if line.startswith(b"data:"):
                found = re.search(rb'"step":(\d+)', line)
                self.frames, self.step = self.frames + 1, int(found.group(1)) if found else self.step


def memory(process):
    with open(f"/proc/{process}/status", encoding="utf-8") as status:
        return int(re.search(r"VmRSS:\s*(\d+)", status.read()).group(1)) // 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--playgrounds", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    program = os.path.join(speed_page.build("src/Hillock.Cli"), "Hillock.Cli.dll")
    with tempfile.TemporaryDirectory() as runs, subprocess.Popen(["dotnet", program, "serve", "--port", "0", "--runs", runs], stdout=subprocess.PIPE, text=True) as server:
        try:
            visitor = Visitor(re.search(r"http\S+", server.stdout.readline()).group(0))
            for page in PAGES:
                visitor.ask("GET", page)
            playgrounds = [Playground(visitor, number) for number in range(1, options.playgrounds + 1)]
            for playground in playgrounds:
                playground.start()
            begun, times = time.monotonic(), {page: [] for page in PAGES}
            minute = 0
            while (passed := time.monotonic() - begun) < 60 * options.minutes:
                for page in PAGES:
                    start = time.monotonic()
                    visitor.ask("GET", page)
                    times[page].append(1000 * (time.monotonic() - start))
                    time.sleep(0.1)
                if passed >= 60 * minute:
                    print(f"minute {minute}: {memory(server.pid)} MB, {sum(p.step for p in playgrounds)} steps in all", flush=True)
                    minute += 1
            seconds = time.monotonic() - begun
            for page, taken in times.items():
                taken.sort()
                print(f"{page}: median {statistics.median(taken):.0f} ms, 95 % {taken[int(0.95 * len(taken))]:.0f} ms, of {len(taken)}")
            steps, frames = [p.step for p in playgrounds], [p.frames / seconds for p in playgrounds]
            print(f"steps of a playground: {min(steps)} to {max(steps)}; frames a second: {min(frames):.1f} to {max(frames):.1f}")
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
