"""Imports run one way. CONTRIBUTING.md draws the arrows; here they are lists."""

from __future__ import annotations

import ast
import posixpath
import re
from collections.abc import Iterator

import pytest
from tests.rules.sources import ROOT, files, name, text

# Part of server/ringback -> what it may import besides itself.
PYTHON = {
    "domain": "",
    "library": "domain",
    "store": "domain",
    "sync": "domain store",
    "reminders": "domain store",
    "pages": "domain",
    "routes": "domain store sync reminders pages library",
    "settings": "domain",
    "founding": "domain store library",
    "door": "domain routes",
    "demo": "domain store sync library founding",
    "app": "domain library store sync reminders pages routes settings",
    "cli": "domain library store sync reminders pages routes settings founding door demo app",
    "__main__": "cli",
}
# Part of web -> the same. The port that views ask (views/phone.ts, views/device.ts) belongs to those who use it.
TYPESCRIPT = {
    "app/domain": "",
    "app/store": "app/domain",
    "app/sync": "app/domain app/store",
    "app/phone": "app/domain app/store app/sync app/views/phone.ts",
    "app/views": "app/domain",
    "app/device": "",
    "app/main.ts": "app/domain app/store app/sync app/phone app/views app/device",
    "sw": "app/domain app/store",
    "workers": "app/domain",
}
OUTSIDE = {
    *("sqlite3", "pysqlite3", "sqlite_utils", "litestar", "htpy", "httpx", "requests"),
    *("os", "time", "random", "socket", "threading"),
}
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^'"]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]""", re.MULTILINE)


def part_of_python(module: str) -> str:
    return module.split(".")[1]


def python_imports(source: str) -> set[str]:
    """The parts of ours that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {part_of_python(alias.name) for alias in node.names if alias.name.startswith("ringback.")}
        elif isinstance(node, ast.ImportFrom) and node.module == "ringback":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ringback."):
            found.add(part_of_python(node.module or ""))
        elif isinstance(node, ast.ImportFrom) and node.level:
            found.add("a relative import")
    return found


def wrong_python(part: str, source: str) -> set[str]:
    return python_imports(source) - {part, *PYTHON[part].split(), "__version__"}


def typescript_imports(path: str, source: str) -> set[str]:
    """The files of ours that a file imports, below web/. `path` is its own."""
    names = (match[1] or match[2] for match in IMPORT.finditer(source))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), found)) for found in names if found[0] == "."}


def part_of_typescript(path: str) -> str:
    return next((part for part in TYPESCRIPT if path == part or path.startswith(f"{part}/")), path)


def wrong_typescript(path: str, source: str) -> set[str]:
    part = part_of_typescript(path)
    allowed = {part, *TYPESCRIPT[part].split()}
    return {found for found in typescript_imports(path, source) if not {found, part_of_typescript(found)} & allowed}


def python_modules() -> Iterator[tuple[str, str, str]]:
    for path in files(".py", under="server/ringback"):
        part = path.relative_to(ROOT / "server/ringback").parts[0].removesuffix(".py")
        if part != "__init__":
            yield part, name(path), text(path)


def typescript_modules() -> Iterator[tuple[str, str]]:
    for path in [file for part in ("app", "sw", "workers") for file in files(".ts", under=f"web/{part}")]:
        if not path.name.endswith(".d.ts"):
            yield path.relative_to(ROOT / "web").as_posix(), text(path)


def test_every_part_of_the_office_imports_only_what_its_arrow_allows() -> None:
    assert {where: wrong for part, where, source in python_modules() if (wrong := wrong_python(part, source))} == {}


def test_every_part_of_the_phone_imports_only_what_its_arrow_allows() -> None:
    assert {path: wrong for path, source in typescript_modules() if (wrong := wrong_typescript(path, source))} == {}


def test_domain_is_pure() -> None:
    """No clock, network, database or framework behind a rule."""
    assert {
        name(path): found for path in files(".py", under="server/ringback/domain") if (found := impure(text(path)))
    } == {}


def impure(source: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(source)))
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[0] for module in modules} & OUTSIDE


def test_imports_on_the_phone_carry_their_ending() -> None:
    assert {path: bare for path, source in typescript_modules() if (bare := without_ending(path, source))} == {}


def without_ending(path: str, source: str) -> set[str]:
    return {found for found in typescript_imports(path, source) if not found.endswith((".ts", ".css", ".json"))}


def test_a_rule_that_looks_outside_and_an_import_without_its_ending_are_noticed() -> None:
    assert impure("import os.path\nfrom time import time\nfrom dataclasses import dataclass") == {"os", "time"}
    assert without_ending("app/main.ts", "import { a } from './a'\nimport { b } from './b.ts'") == {"app/a"}


@pytest.mark.parametrize(
    ("part", "source", "wrong"),
    [
        ("domain", "from ringback.store import calls", {"store"}),
        ("domain", "def late() -> None:\n    import ringback.store.calls", {"store"}),
        ("pages", "from ringback import store", {"store"}),
        ("sync", "from ringback.reminders.loop import run", {"reminders"}),
        ("routes", "from ringback.settings import Settings", {"settings"}),
        ("store", "from ..sync import push", {"a relative import"}),
        ("store", "from ringback.domain.calls import Call\nfrom ringback.store.database import Store", set()),
    ],
)
def test_a_wrong_arrow_in_python_is_noticed(part: str, source: str, wrong: set[str]) -> None:
    assert wrong_python(part, source) == wrong


@pytest.mark.parametrize(
    ("path", "source", "wrong"),
    [
        ("app/domain/fill.ts", "import { rows } from '../store/rows.ts'", {"app/store/rows.ts"}),
        ("app/views/today.ts", "import type { Rows } from '../store/rows.ts'", {"app/store/rows.ts"}),
        ("app/views/today.ts", "import {\n  a,\n  b,\n} from '../sync/flush.ts'", {"app/sync/flush.ts"}),
        ("app/device/wake.ts", "export { x } from '../domain/records.ts'", {"app/domain/records.ts"}),
        ("app/main.ts", "const page = await import('../sw/sw.ts')", {"sw/sw.ts"}),
        ("app/phone/phone.ts", "import { page } from '../views/page.ts'", {"app/views/page.ts"}),
        ("app/phone/phone.ts", "import type { Phone } from '../views/phone.ts'", set()),
        ("sw/sw.ts", "import { rows } from '../app/store/rows.ts'\nimport { x } from 'workbox-core'", set()),
    ],
)
def test_a_wrong_arrow_in_typescript_is_noticed(path: str, source: str, wrong: set[str]) -> None:
    assert wrong_typescript(path, source) == wrong
