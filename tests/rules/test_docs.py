"""What the words promise is there: links, paths, targets, settings, examples."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.rules.sources import ROOT, files, name, text

DOCS = files(".md")
LINK = re.compile(r"\]\(([^)\s]+)\)")
TOP = ("server/", "web/", "tests/", "deploy/", ".ci/")
CODE = re.compile(r"`([^`\s]+)`")
MADE_LATER = ("server/ringback/_assets", "ringback/_assets", "deploy/.env")
IN_THIS_FOLDER: dict[str, tuple[str, ...]] = {
    "server/README.md": ("ringback/",),
    "web/README.md": ("app/", "sw/", "static/"),
}


def headings(markdown: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", markdown, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(doc: Path, markdown: str) -> list[str]:
    """Links of a page that lead nowhere in this repository. Addresses on the web are not tried."""
    broken = []
    for link in LINK.findall(markdown):
        path, _, heading = link.partition("#")
        target = (doc.parent / path).resolve() if path else doc
        if target.is_dir() and heading:
            target /= "README.md"
        if "://" in link:
            continue
        if not target.exists() or (heading and heading not in headings(text(target))):
            broken.append(link)
    return broken


def missing_paths(doc: str, markdown: str) -> list[str]:
    """Paths in backticks that are not there. Those of a folder's own README may be told from that folder."""
    own = IN_THIS_FOLDER.get(doc, ())
    told = [word for word in CODE.findall(markdown) if word.startswith((*TOP, *own)) and "*" not in word]
    places = {word: (ROOT / doc).parent / word if word.startswith(own) else ROOT / word for word in told}
    return [word for word, path in places.items() if word not in MADE_LATER and not path.exists()]


def test_every_link_leads_somewhere() -> None:
    assert {name(doc): broken for doc in DOCS if (broken := broken_links(doc, text(doc)))} == {}


def test_every_path_that_is_named_exists() -> None:
    assert {name(doc): missing for doc in DOCS if (missing := missing_paths(name(doc), text(doc)))} == {}


def test_every_target_of_make_is_explained() -> None:
    told = text(ROOT / "README.md") + text(ROOT / "CONTRIBUTING.md")
    targets = re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE)

    assert len(targets) > 5
    assert untold(targets, told, r"make {}\b") == []


def test_no_target_of_make_is_made_up() -> None:
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {(name(doc), word) for doc in DOCS for word in re.findall(r"(?:`|^)make ([a-z]+)", text(doc), re.MULTILINE)}

    assert {(doc, word) for doc, word in named if word not in targets} == set()


def untold(words: list[str], told: str, form: str) -> list[str]:
    return [word for word in words if not re.search(form.format(word), told)]


def test_a_word_that_nobody_explains_is_noticed() -> None:
    assert untold(["serve", "lock"], "`make serve`, `make locksmith`", r"make {}\b") == ["lock"]


def test_every_setting_is_explained() -> None:
    settings = set(re.findall(r"\"(RINGBACK_[A-Z_]+)\"", text(ROOT / "server/ringback/settings.py")))

    assert settings
    assert settings == set(re.findall(r"^(RINGBACK_[A-Z_]+)=", text(ROOT / "deploy/env.example"), re.MULTILINE))
    assert settings == set(re.findall(r"^\| `(RINGBACK_[A-Z_]+)`", text(ROOT / "deploy/README.md"), re.MULTILINE))


def test_every_command_is_explained() -> None:
    commands = re.findall(r"add_parser\(\s*\"(\w+)\"", text(ROOT / "server/ringback/cli.py"))
    told = text(ROOT / "README.md") + text(ROOT / "deploy/README.md")

    assert commands
    assert untold(commands, told, r"(ringback|make) {}\b") == []


def test_the_protocol_has_an_example_of_every_operation_and_of_every_row() -> None:
    protocol = text(ROOT / "server/ringback/sync/README.md")
    kinds = set(re.findall(r"^\| `([a-z_]+\.[a-z]+)` \|", protocol, re.MULTILINE))
    rows = set(re.findall(r"^\| `([a-z_]+)`(?:, gone)? \| `id", protocol, re.MULTILINE))

    assert kinds
    assert rows
    assert kinds <= kinds_in(ROOT / "tests/contract/operations.json")
    assert rows <= kinds_in(ROOT / "tests/contract/rows.json")


def kinds_in(path: Path) -> set[str]:
    return set(re.findall(r'"kind": "([\w.]+)"', json.dumps(json.loads(text(path)))))


def test_the_errors_of_the_protocol_are_those_of_the_office() -> None:
    protocol = text(ROOT / "server/ringback/sync/README.md")
    table = "\n".join(re.findall(r"^\| [45]\d\d \|[^|]*\|", protocol, re.MULTILINE))
    told = set(re.findall(r"`(\w+)`", table))

    assert told
    assert told == set(re.findall(r'"(\w+)": [45]\d\d', text(ROOT / "server/ringback/domain/errors.py")))


@pytest.mark.parametrize("list_", ["PROSPECT_FIELDS", "PROFILE_FIELDS", "FAMILIES", "SECTIONS", "OUTCOMES"])
def test_the_protocol_tells_every_name_that_phones_and_office_share(list_: str) -> None:
    protocol = text(ROOT / "server/ringback/sync/README.md")
    records = text(ROOT / "web/app/domain/records.ts")
    declared = re.search(rf"export const {list_} = \[(.*?)\] as const", records, re.DOTALL)
    names = re.findall(r"'(\w+)'", re.sub(r"//.*", "", declared[1])) if declared else []

    assert len(names) > 5
    assert untold(names, " ".join(re.findall(r"`([^`]+)`", protocol)), r"\b{}\b") == []


def test_the_container_asks_for_a_page_that_is_there() -> None:
    asked = re.search(r"'(/[\w.]+)', timeout", text(ROOT / "deploy/Dockerfile"))

    assert asked
    assert f'"{asked[1]}"' in text(ROOT / "server/ringback/routes/phone.py")


@pytest.mark.parametrize("link", ["[x](nowhere.md)", "[x](README.md#no-such-words)", "![x](web/none.png)"])
def test_a_broken_link_is_noticed(link: str) -> None:
    assert broken_links(ROOT / "README.md", link) != []


@pytest.mark.parametrize(
    "link", ["[x](LICENSE)", "[x](https://example.com/none)", "[x](deploy/README.md#settings)", "[x](deploy/README.md)"]
)
def test_a_good_link_is_fine(link: str) -> None:
    assert broken_links(ROOT / "README.md", link) == []


def test_a_path_that_is_not_there_is_noticed() -> None:
    assert missing_paths("README.md", "in `web/app/nowhere.ts`") == ["web/app/nowhere.ts"]
    assert missing_paths("web/README.md", "in `app/nowhere.ts`") == ["app/nowhere.ts"]
    assert missing_paths("web/README.md", "in `app/domain/records.ts` and `web/app/`") == []
