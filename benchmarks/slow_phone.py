"""How soon a slow phone shows a page: the largest paint on the network of ui.md, section 5, row 10.

Run: `python benchmarks/slow_phone.py`. It opens the demonstration of a fixed day in Chromium, slowed to a
latency of 400 ms, 50 KB/s down, 20 KB/s up and a sixth of the processor, and loads each page with an empty
cache. Peer, in the same run: a bare page of one sentence without style or script, which is the least that any
site can do there. The goal is 3 seconds.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, sync_playwright
from typing_extensions import override

GOAL, RUNS, DAY, PORT = 3000, 5, "2026-11-23", "8798"
SLOW = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50 * 1024,
    "uploadThroughput": 20 * 1024,
}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PROGRAM = (sys.executable, "-c", "from pilkades.cli.main import main; main()")
PEOPLE = {"Ketua": "Contohharjo", "Kabupaten": "Kabupaten Andaikata"}
LARGEST = """() => new Promise(done => new PerformanceObserver(list => {
  const last = list.getEntries().at(-1); done(Math.round(last.startTime));
}).observe({type: 'largest-contentful-paint', buffered: true}))"""


class _Bare(BaseHTTPRequestHandler):
    """One sentence."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>.</title><p>Pemungutan suara: Rabu, 3 Februari 2027.</p>")

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def bare_page() -> Iterator[str]:
    """The peer's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Bare)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def demonstration() -> Iterator[str]:
    """The demonstration of the day; gives the address of its page of people."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PILKADES_")}
        environment["PILKADES_DATA"] = folder
        command = [*PROGRAM, "demo", "--date", DAY, "--port", PORT]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- our own program
        try:
            found = (re.search(r"http://\S+/demonstrasi/", line) for line in process.stdout or ())
            yield next(match[0] for match in found if match)
        finally:
            process.terminate()
            process.communicate()


def painted(browser: Browser, address: str, cookies: list[dict[str, str]]) -> int:
    """Milliseconds to the largest paint of a first visit: the median of a few."""
    times = []
    for _run in range(RUNS):
        context = browser.new_context(viewport={"width": 360, "height": 640}, is_mobile=True, locale="id-ID")
        context.add_cookies(cookies)  # type: ignore[arg-type] # what Playwright itself handed out
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.emulateNetworkConditions", SLOW)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": 6})
        page.goto(address, wait_until="networkidle")
        times.append(int(page.evaluate(LARGEST)))
        context.close()
    return round(statistics.median(times))


def signed_in(browser: Browser, people: str, place: str, button: str) -> tuple[str, list[dict[str, str]]]:
    """Where a person comes to, and the person's cookies."""
    context = browser.new_context(locale="id-ID")
    page = context.new_page()
    page.goto(people)
    held = page.locator(".people>li", has=page.locator(f'h3:text-is("{place}")'))
    held.get_by_role("button", name=button).first.click()
    page.wait_for_load_state("networkidle")
    url, cookies = page.url, context.cookies()
    context.close()
    return url, cookies  # type: ignore[return-value] # what Playwright itself reads again


def pages(browser: Browser, people: str) -> Iterator[tuple[str, str, list[dict[str, str]]]]:
    """Each page that is timed: name, address, cookies."""
    root = people.removesuffix("demonstrasi/")
    yield "start", root, []
    yield "public, counties", f"{root}publik/", []
    yield "public, county", f"{root}publik/kabupaten/99.01/", []
    desk, chair = signed_in(browser, people, PEOPLE["Ketua"], "Ketua")
    yield "desk", desk, chair
    yield "timetable", f"{desk}persiapan/jadwal/", chair
    yield "form", f"{desk}tindakan/polling/", chair
    board, official = signed_in(browser, people, PEOPLE["Kabupaten"], "Kabupaten")
    yield "county", board, official


def main() -> int:
    """Print a line for each page; 1 when one is slower than the goal."""
    command = shutil.which("chromium")
    if command is None:
        sys.stderr.write("chromium was not found; as root: apt-get install chromium\n")
        return 2
    slow = False
    with bare_page() as bare, demonstration() as people, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=ARGUMENTS)
        least = painted(browser, bare, [])
        print(f"peer, a bare page: {least} ms")
        for name, address, cookies in pages(browser, people):
            took = painted(browser, address, cookies)
            slow = slow or took > GOAL
            print(f"{name}: {took} ms, {took / least:.1f} times the peer")
        browser.close()
    print(f"largest paint within {GOAL} ms on every page: {'no' if slow else 'yes'}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
