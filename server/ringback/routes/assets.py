"""The phone's files, read once when the office starts and kept in memory with their compressed forms."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from ringback.domain.coach_rules import Rule
from ringback.domain.errors import CannotStart

FOREVER = "public, max-age=31536000, immutable"
ASK = "no-cache"  # kept, but asked for anew each time: an answer is mostly 304
OFFICE_CSS = "/office.css"  # for pages that know no built names: those that say no
WORKER = "/sw.js"
ENCODINGS = {"br": ".br", "gzip": ".gz", "": ""}
TYPES = {
    ".webmanifest": "application/manifest+json",
    ".js": "text/javascript",
    ".map": "application/json",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class Asset:
    media_type: str
    cache: str
    tag: str
    forms: dict[str, bytes]  # by encoding, best first; "" is the file as it is and always there

    def pick(self, accepted: str) -> tuple[str, bytes]:
        """The encoding and the bytes for somebody who accepts these."""
        wanted = {part.split(";")[0].strip() for part in accepted.split(",") if ";q=0" not in part.replace(" ", "")}
        return next((name, body) for name, body in self.forms.items() if name in wanted or not name)


@dataclass(frozen=True)
class Assets:
    """`files` by their address, `urls` of the built entries (app, phone, office), `version` of the shell,
    `rules` of the coach."""

    files: dict[str, Asset]
    urls: dict[str, str] = field(default_factory=dict)
    version: str = ""
    rules: tuple[Rule, ...] = ()


MISSING = (
    "The phone's assets are not all there{what}. In a clone, run `make serve`, which builds them; "
    "in an installation, reinstall the ringback package."
)


def load(folder: Path) -> Assets:
    """Raises CannotStart when a part of what was built is not there, or is empty."""
    try:
        built: dict[str, Any] = json.loads((folder / "built.json").read_text())
        files = {address(folder, path): asset(folder, path) for path in sorted(folder.rglob("*")) if served(path)}
    except (FileNotFoundError, ValueError) as missing:
        raise CannotStart(MISSING.format(what="")) from missing
    if lost := [name for name in (*built["shell"], *built["urls"].values(), WORKER) if not whole(files.get(name))]:
        raise CannotStart(MISSING.format(what=f": {lost[0]} is missing or empty"))
    files[OFFICE_CSS] = replace(files[built["urls"]["office"]], cache=ASK)
    version = json.dumps({"ringback": 1, "version": built["version"]}).encode()
    files["/version.json"] = Asset("application/json", ASK, tag(version), {"": version})
    return Assets(files, built["urls"], built["version"], msgspec.convert(built["coach"], tuple[Rule, ...]))


def whole(found: Asset | None) -> bool:
    return found is not None and all(found.forms.values())


def served(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".gz", ".br") and path.name not in ("built.json", "source.sha256")


def address(folder: Path, path: Path) -> str:
    name = path.relative_to(folder).as_posix()
    return "/" if name == "index.html" else f"/{name}"


def asset(folder: Path, path: Path) -> Asset:
    media_type = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    forms = {name: Path(f"{path}{end}") for name, end in ENCODINGS.items()}
    return Asset(
        media_type=media_type,
        cache=FOREVER if path.parent == folder / "assets" else ASK,
        tag=tag(path.read_bytes()),
        forms={name: file.read_bytes() for name, file in forms.items() if file.exists()},
    )


def tag(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:24]
