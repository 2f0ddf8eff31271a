"""Some things happen in one place only: the environment in settings, SQL in the store, styles in style sheets."""

from __future__ import annotations

import ast
import re

import pytest
from tests.rules.sources import files, name, text

SQL = re.compile(
    r"^\s*(SELECT\s|INSERT (OR \w+ )?INTO\s|UPDATE \w+\s+SET\s|DELETE FROM\s"
    r"|(CREATE|DROP|ALTER) (TABLE|INDEX|VIEW|TRIGGER)\s|PRAGMA \w|BEGIN( IMMEDIATE)?$|VACUUM\b)"
)
ENVIRONMENT = {"environ", "environb", "getenv"}
STYLE_OR_HANDLER = re.compile(
    r"""<[^<>]*?\s(style|on[a-z]+)=|styleMap|\.setAttribute\(\s*['"](style|on[a-z]+)['"]""", re.DOTALL
)


def reads_environment(source: str) -> list[str]:
    """What in a module looks at the environment. Handing it whole to `read(os.environ)` is no look at it."""
    tree = ast.parse(source)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    handed = {id(word) for call in calls if ast.unparse(call.func).split(".")[-1] == "read" for word in call.args}
    return [
        ast.unparse(node)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr in ENVIRONMENT and id(node) not in handed)
        or (isinstance(node, ast.ImportFrom) and node.module == "os" and ENVIRONMENT & {a.name for a in node.names})
    ]


def sql_in(source: str) -> list[str]:
    """The strings of a module that are SQL, and calls that would run some."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value):
            found.append(node.value.strip())
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr.startswith("execute"):
            found.append(f".{node.func.attr}()")
    return found


def styled_elements(source: str) -> list[str]:
    """htpy calls with a `style` or a handler of their own: the security headers would switch them off."""
    names = [
        keyword.arg or ""
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
    ]
    keys = [
        key.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    ]
    return [word for word in (*names, *keys) if word == "style" or re.fullmatch(r"on_?[a-z]+", word)]


def test_only_settings_reads_the_environment() -> None:
    looking = {name(path) for path in files(".py", under="server/ringback") if reads_environment(text(path))}

    assert looking <= {"server/ringback/settings.py"}


def test_sql_stands_in_the_store_alone() -> None:
    outside = (path for path in files(".py", under="server/ringback") if "/store/" not in name(path))

    assert {name(path): found for path in outside if (found := sql_in(text(path)))} == {}


def test_pages_of_the_office_carry_no_style_and_no_script_of_their_own() -> None:
    assert {
        name(path): found
        for path in files(".py", under="server/ringback/pages")
        if (found := styled_elements(text(path)))
    } == {}


def test_views_of_the_phone_carry_no_style_and_no_script_of_their_own() -> None:
    markup = [*files(".ts", under="web/app"), *files(".html", under="web/static")]

    assert {name(path): found[0] for path in markup if (found := STYLE_OR_HANDLER.search(text(path)))} == {}


def test_the_first_page_has_no_inline_script() -> None:
    page = text(files("index.html", under="web/static")[0])

    assert "<style" not in page
    assert re.findall(r"<script[^>]*>", page) == re.findall(r"<script[^>]*\ssrc=[^>]*>", page)


RECORDINGS = re.compile(r"""['"][./]*(?:store/)?takes\.ts['"]""")
# The store itself, whoever opens it, and the two moments at which a set changes hands. None of them sends anything.
KNOW_RECORDINGS = {f"web/app/phone/{name}.ts" for name in ("takes", "phone", "signing_out", "pairing")}


def test_what_is_sent_never_knows_a_recording() -> None:
    """`domain/takes.ts` is what is told of one, not the sound."""
    told = "../domain/takes.ts"
    sources = ((name(path), text(path).replace(told, "")) for path in files(".ts", under="web"))

    assert {where for where, source in sources if RECORDINGS.search(source)} <= KNOW_RECORDINGS
    assert RECORDINGS.search("import { Takes } from '../store/takes.ts'")
    assert RECORDINGS.search("await import('./takes.ts')")


@pytest.mark.parametrize(
    "source",
    ["import os\nos.environ['A']", "import os\nos.getenv('A')", "from os import environ", "import os\nrun(os.environ)"],
)
def test_a_look_at_the_environment_is_noticed(source: str) -> None:
    assert reads_environment(source) != []


def test_handing_the_environment_to_settings_is_fine() -> None:
    assert reads_environment("import os\nsettings.read(os.environ)") == []


@pytest.mark.parametrize(
    "source",
    ['Q = """\n  SELECT id FROM calls"""', "db.execute(X)", 'x = "DELETE FROM calls"', 'y = "PRAGMA foreign_keys"'],
)
def test_sql_elsewhere_is_noticed(source: str) -> None:
    assert sql_in(source) != []


@pytest.mark.parametrize("source", ["'Select a template'", "'Update your profile'", "'Create a table of contents'"])
def test_words_for_people_are_not_taken_for_sql(source: str) -> None:
    assert sql_in(source) == []


@pytest.mark.parametrize(
    "source", ["p(style='color: red')", "button(onclick='x()')", "p({'style': 'x'})", "a(on_click='y()')"]
)
def test_a_styled_element_is_noticed(source: str) -> None:
    assert styled_elements(source) != []


@pytest.mark.parametrize(
    "markup", ['<p style="color: red">', "<p\n  style=${x}>", '<a class="b" onclick="x()">', "styleMap({})"]
)
def test_a_style_in_markup_is_noticed(markup: str) -> None:
    assert STYLE_OR_HANDLER.search(markup)


@pytest.mark.parametrize("markup", ['<p class="style">', "<a @click=${x}>", "<p .data=${y}>", '<a href="#/on=1">'])
def test_a_class_or_a_listener_is_fine(markup: str) -> None:
    assert not STYLE_OR_HANDLER.search(markup)
