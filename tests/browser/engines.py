"""The three browser engines, as Debian packages them, and how each is started."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright
from selenium import webdriver
from selenium.webdriver.webkitgtk.service import Service

Settings = dict[str, Any]
PHONE = {"width": 390, "height": 844}
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is missing; deploy/browsers.py says how to get it"
    return found


def chromium_phone(p: Playwright, profile: Path, settings: Settings | None = None) -> BrowserContext:
    """An Android-like phone with a profile that outlives it."""
    phone: Settings = {
        "viewport": PHONE,
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
        "locale": "en-US",
        "timezone_id": "America/New_York",
        "reduced_motion": "reduce",
        "args": FLAGS,
    }
    return p.chromium.launch_persistent_context(
        profile, executable_path=program("chromium"), **phone | (settings or {})
    )


def firefox_phone(p: Playwright, profile: Path, settings: Settings | None = None) -> BrowserContext:
    phone: Settings = {"viewport": PHONE, "locale": "en-US", "reduced_motion": "reduce"}
    return p.firefox.launch_persistent_context(
        profile, channel="moz-firefox", executable_path=program("firefox-esr"), **phone | (settings or {})
    )


def kill_browser_of(profile: Path) -> None:
    """SIGKILL to every process of the browser that runs on this profile, at once: nothing is flushed."""
    for pid in browser_pids(profile):
        with suppress(ProcessLookupError):
            os.killpg(os.getpgid(pid), signal.SIGKILL)


def browser_pids(profile: Path) -> list[int]:
    """The browser's main process, known by its profile folder, which is this test's own."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            words = entry.read_bytes().split(b"\0")
            if f"--user-data-dir={profile}".encode() in words and not any(w.startswith(b"--type=") for w in words):
                found.append(int(entry.parent.name))
    return found


@contextmanager
def webkit() -> Iterator[webdriver.WebKitGTK]:
    """WebKitGTK's small browser on a screen that nobody sees."""
    options = webdriver.WebKitGTKOptions()
    options.binary_location = mini_browser()
    options.add_argument("--automation")
    with screen() as display:
        service = Service(program("WebKitWebDriver"), env=os.environ | {"DISPLAY": display})
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            driver.set_window_size(PHONE["width"], PHONE["height"])
            yield driver
        finally:
            driver.quit()


def mini_browser() -> str:
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))
    assert found, "WebKitGTK's MiniBrowser is missing; deploy/browsers.py says how to get it"
    return str(found[-1])


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen on a number that Xvfb chooses."""
    ours, its = socket.socketpair()
    server = subprocess.Popen(
        [program("Xvfb"), "-displayfd", str(its.fileno()), "-screen", "0", "800x1000x24", "-nolisten", "tcp"],
        pass_fds=[its.fileno()],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    its.close()
    try:
        ours.settimeout(20)
        number = b""
        until = time.monotonic() + 20
        while not number.endswith(b"\n") and time.monotonic() < until:
            number += ours.recv(16)
        yield f":{number.decode().strip()}"
    finally:
        ours.close()
        server.terminate()
        server.wait(timeout=10)
