"""A desktop within Firefox, as far as notifications go: what Firefox would hand to the desktop comes here, and what
somebody presses goes back the same way. All else, from the push to the window that opens, is Firefox's own.

It comes in by the door that Firefox keeps for its own debugger: messages of JSON, each after its length and a colon.
"""

from __future__ import annotations

import json
import os
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright
from tests.browser.desktop import Shown
from tests.browser.engines import Settings, firefox_phone

Json = dict[str, Any]
PREFERENCES = {
    "devtools.chrome.enabled": True,
    "devtools.debugger.remote-enabled": True,
    "devtools.debugger.prompt-connection": False,
    "alerts.useSystemBackend": True,
}

# Firefox asks for its desktop by this name, the first time that it has something to show.
TAKES_OVER = """
  globalThis.desktop = { shown: [], heard: [] }
  desktop.service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService', 'nsIFactory']),
    createInstance: (wanted) => desktop.service.QueryInterface(wanted),
    showAlert(alert, listener) {
      desktop.shown.push({ alert, listener })
      listener?.observe(null, 'alertshow', alert.cookie)
      desktop.heard.splice(0).forEach((tell) => tell())
    },
    closeAlert(name) {
      const gone = desktop.shown.filter((one) => one.alert.name === name)
      desktop.shown = desktop.shown.filter((one) => !gone.includes(one))
      for (const { alert, listener } of gone) listener?.observe(null, 'alertfinished', alert.cookie)
    },
    teardown() {},
    pbmTeardown() {},
  }
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(
    Services.uuid.generateUUID(), 'a desktop', '@mozilla.org/system-alerts-service;1', desktop.service)
"""
WAITS = """
  (async (title, ms) => {
    const late = new Promise((tell) => setTimeout(() => tell(true), ms))
    for (;;) {
      const found = desktop.shown.findIndex(({ alert }) => alert.title === title)
      if (found >= 0) {
        const { text, actions } = desktop.shown[found].alert
        return JSON.stringify({ id: found, title, body: text, buttons: actions.map((one) => [one.title, one.action]) })
      }
      if (await Promise.race([late, new Promise((tell) => desktop.heard.push(tell))]))
        return JSON.stringify({ there: desktop.shown.map(({ alert }) => alert.title) })
    }
  })
"""
PRESSES = """
  ((which, key) => {
    const { alert, listener } = desktop.shown[which]
    listener.observe(alert.actions.find((one) => one.action === key) ?? null, 'alertclickcallback', alert.cookie)
    return '""'
  })
"""


class FirefoxDesktop:
    def __init__(self, folder: Path) -> None:
        self.path = folder / "door"
        self.door = socket.socket()
        self.console = ""

    def phone(self, p: Playwright, profile: Path, settings: Settings | None = None) -> BrowserContext:
        """A Firefox that shows its notifications here, from its first one on."""
        given = settings or {}
        also = {"args": [f"--start-debugger-server={self.path}"]}
        also["firefox_user_prefs"] = given.get("firefox_user_prefs", {}) | PREFERENCES
        self.leaves()
        context = firefox_phone(p, profile, given | also)
        self.enters()
        return context

    def wait_for(self, title: str, seconds: float = 60) -> Shown:
        found = json.loads(self.does(WAITS, title, seconds * 1000))
        assert "id" in found, f"{title!r} is not on the screen after {seconds} s: {found['there']}"
        return Shown(found["id"], title, found["body"], dict(found["buttons"]))

    def presses(self, one: Shown, button: str = "") -> None:
        """The notification itself, or the button with these words."""
        self.does(PRESSES, one.id, one.buttons[button] if button else "")

    def enters(self) -> None:
        self.door = self.knocks(30)
        process = self.asks("root", "getProcess", "processDescriptor", id=0)["processDescriptor"]
        self.console = self.asks(process["actor"], "getTarget", "process")["process"]["consoleActor"]
        self.evaluates(TAKES_OVER)

    def knocks(self, seconds: float) -> socket.socket:
        """Until it is opened: Firefox may be there a little before its door is."""
        door, until = socket.socket(socket.AF_UNIX), time.monotonic() + seconds
        while wrong := door.connect_ex(str(self.path)):
            assert time.monotonic() < until, f"no door in {seconds} s: {os.strerror(wrong)}"
            time.sleep(0.05)
        door.settimeout(90)
        return door

    def leaves(self) -> None:
        self.door.close()
        self.path.unlink(missing_ok=True)

    def does(self, function: str, *values: object) -> str:
        return str(self.evaluates(f"{function}({', '.join(map(json.dumps, values))})"))

    def evaluates(self, script: str) -> object:
        """In the browser itself, whose every part it may touch."""
        said = self.asks(self.console, "evaluateJSAsync", "hasException", text=script, mapped={"await": True})
        assert not said["hasException"], said["exceptionMessage"]
        return said["result"]

    def asks(self, whom: str, what: str, answers_with: str, **more: object) -> Json:
        """The first message that has what was asked for: others tell of what happens meanwhile."""
        raw = json.dumps({"to": whom, "type": what, **more}).encode()
        self.door.sendall(b"%d:" % len(raw) + raw)
        while answers_with not in (said := self.hears()):
            assert "error" not in said, said
        return said

    def hears(self) -> Json:
        length = b""
        while not length.endswith(b":"):
            length += self.takes(1)
        said: Json = json.loads(self.takes(int(length[:-1])))
        return said

    def takes(self, size: int) -> bytes:
        raw = b""
        while len(raw) < size:
            more = self.door.recv(size - len(raw))
            assert more, "the browser has hung up"
            raw += more
        return raw


@contextmanager
def firefox_desktop() -> Iterator[FirefoxDesktop]:
    """With a door whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="ringback-") as folder:
        one = FirefoxDesktop(Path(folder))
        yield one
        one.leaves()
