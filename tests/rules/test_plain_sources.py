"""Nothing half done, nothing of one machine, no pause where a condition should be waited for."""

from __future__ import annotations

import ast
import json
import re

import pytest
from tests.rules.sources import ROOT, files, name, text

HERE = "tests/rules/test_plain_sources.py"  # full of wrong examples
WRITTEN = (
    *(".py", ".ts", ".mjs", ".css", ".html", ".svg", ".md", ".json", ".toml", ".yaml", ".txt", ".npmrc"),
    *(".service", ".example", "Makefile", "Dockerfile", "Caddyfile", "run"),
)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|\bNotImplemented")
SKIPPED = re.compile(
    r"\bpytest\.(skip|xfail|importorskip)|\bmark\.(skip|xfail)|\b(test|it|describe)\.(skip|only|todo)\b"
    r"|\b(skip|only|todo): true|wait_for_timeout"
)
MACHINE = re.compile(r"(?<![\w.~-])/(home|root|Users|work|mnt)/\w|[A-Z]:\\+Users")
REGISTRY = re.compile(r"pypi\.org|pythonhosted|registry\.\w+\.\w+|npmjs\.|--(extra-)?index-url\b|\"resolved\"")
REAL_NUMBER = re.compile(
    r"(?<![\d.-])\(?[2-9]\d\d\)?[ -](?!555)\d{3}-\d{4}(?!\d)|555-(?!01\d\d)\d{4}(?!\d)|\+1[2-9]\d\d(?!55501)\d{7}(?!\d)"
)


def found(pattern: re.Pattern[str], *under: str) -> dict[str, str]:
    """File -> the first thing in it that the pattern finds."""
    written = (path for path in files(*WRITTEN) if name(path).startswith(under or ("",)) and name(path) != HERE)
    return {name(path): hit[0] for path in written if (hit := pattern.search(text(path)))}


def bare_sleeps(source: str) -> list[int]:
    """Lines that sleep outside a loop. Inside one it is the step between two looks at a condition."""
    tree = ast.parse(source)
    loops = (node for node in ast.walk(tree) if isinstance(node, ast.While | ast.For | ast.AsyncFor))
    polled = {id(inner) for loop in loops for inner in ast.walk(loop)}
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and id(node) not in polled)
    return [call.lineno for call in calls if ast.unparse(call.func).split(".")[-1] == "sleep"]


def test_nothing_is_left_to_be_done() -> None:
    assert found(UNFINISHED) == {}


def test_no_test_is_skipped_and_none_waits_for_a_while() -> None:
    assert found(SKIPPED, "tests/") == {}
    assert {name(path): lines for path in files(".py", under="tests") if (lines := bare_sleeps(text(path)))} == {}


def test_no_path_of_one_machine() -> None:
    assert found(MACHINE) == {}


def test_no_address_of_a_registry() -> None:
    assert found(REGISTRY) == {}


def test_every_number_in_an_example_is_fictitious() -> None:
    assert found(REAL_NUMBER, "server/", "web/app", "tests/", "README.md", "CONTRIBUTING.md") == {}


def unhashed(requirements: str) -> list[str]:
    blocks = re.split(r"\n(?=\S)", requirements)
    return [block.split()[0] for block in blocks if "==" in block.split("\n")[0] and "--hash=sha256:" not in block]


def unpinned(package: str) -> list[str]:
    """Dependencies of a package.json that leave a choice."""
    held = json.loads(package)
    wanted = held.get("dependencies", {}) | held.get("devDependencies", {})
    return [name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+[\w.-]*", version)]


def test_every_requirement_has_a_hash() -> None:
    locks = files(".txt", under="deploy")

    assert locks
    assert {name(path): free for path in locks if (free := unhashed(text(path)))} == {}


def test_packages_of_the_phone_are_pinned() -> None:
    assert unpinned(text(ROOT / "web/package.json")) == []


def test_a_free_choice_of_version_is_noticed() -> None:
    assert unpinned('{"dependencies": {"lit": "^3.3.3", "idb": "8.0.4"}, "devDependencies": {"x": "*"}}') == [
        "lit",
        "x",
    ]
    assert unhashed("lit==3.3.3\nidb==8.0.4 \\\n    --hash=sha256:abc") == ["lit==3.3.3"]


@pytest.mark.parametrize("line", ["# TODO: later", "// FIXME", "raise NotImplementedError"])
def test_unfinished_work_is_noticed(line: str) -> None:
    assert UNFINISHED.search(line)


@pytest.mark.parametrize(
    "line", ["@pytest.mark.skip", "pytest.skip('x')", "test.only('x')", "page.wait_for_timeout(100)", "{ skip: true }"]
)
def test_a_skipped_test_is_noticed(line: str) -> None:
    assert SKIPPED.search(line)


def test_a_bare_sleep_is_noticed_and_polling_is_not() -> None:
    assert bare_sleeps("import time\ntime.sleep(1)") == [2]
    assert bare_sleeps("from time import sleep\ndef f():\n    sleep(1)") == [3]
    assert bare_sleeps("while not ready():\n    time.sleep(0.01)") == []


@pytest.mark.parametrize("line", ["open('/home/ann/x')", "cd /work" + "/main", "/Users/ann/ringback", r"C:\Users\ann"])
def test_a_path_of_one_machine_is_noticed(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize(
    "line", ["https://example.com/op" + "t/x", "./ho" + "me/x", "~/wo" + "rk/x", "/var/lib/ringback"]
)
def test_other_paths_are_fine(line: str) -> None:
    assert not MACHINE.search(line)


@pytest.mark.parametrize(
    "line", ["https://pypi" + ".org/simple", '"resolved"' + ': "https://x"', "--index" + "-url https://x"]
)
def test_an_address_of_a_registry_is_noticed(line: str) -> None:
    assert REGISTRY.search(line)


@pytest.mark.parametrize("line", ["212-867-5309", "(212) 867-5309", "+12128675309", "419-555-0220"])
def test_a_number_that_may_be_somebodys_is_noticed(line: str) -> None:
    assert REAL_NUMBER.search(line)


@pytest.mark.parametrize("line", ["419-555-0120", "+14195550120", "(419) 555-0199", "0116 496 0142"])
def test_a_fictitious_number_is_fine(line: str) -> None:
    assert not REAL_NUMBER.search(line)
