"""What stands before every route: who may ask, from where, and what a browser may do with the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.cast import Clock, Office, Phone, cookie_of, opened

from ringback.routes.assets import load

ASSETS = Path(__file__).resolve().parents[3] / "server/ringback/_assets"
EVERYWHERE = [
    "/",
    "/sw.js",
    "/api/me",
    "/api/nothing",
    "/office",
    "/office/sign-in",
    "/office/people",
    "/office/rescue",
    "/nothing",
    "/assets/../secret",
]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_carries_the_strict_headers_whatever_it_is(lead: Phone, path: str) -> None:
    headers = lead.get(path).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers.get("cross-origin-opener-policy") == (None if path == "/" else "same-origin")
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["permissions-policy"].startswith("microphone=(self)")
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/api/me", "/api/nothing", "/office/people", "/office/sign-in"])
def test_what_is_somebodys_is_kept_by_no_cache(lead: Phone, path: str) -> None:
    assert lead.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://localhost:1"},
    ],
)
def test_another_sites_form_changes_nothing(office: Office, lead: Phone, headers: dict[str, str]) -> None:
    before = office.rows("SELECT * FROM members")

    for path in ("/office/people/invite", "/api/sign-out", "/api/pair", "/office/sign-in"):
        answer = lead.post(path, data={"name": "Eve", "role": "lead"}, headers=headers)
        assert answer.status_code == 403

    assert office.rows("SELECT * FROM members") == before
    assert lead.get("/api/me").status_code == 200


def test_a_program_that_says_nothing_of_its_origin_is_let_through(rep: Phone) -> None:
    assert rep.sync().ringback == 1


def test_a_name_that_was_pointed_here_by_somebody_else_is_refused(lead: Phone) -> None:
    answer = lead.get("/api/me", headers={"host": "rebound.example"})

    assert (answer.status_code, answer.json()["error"]) == (421, "host")


def test_a_name_that_is_none_is_refused_like_a_foreign_one(lead: Phone) -> None:
    for host in ("[x", "]", "[::1", "½", "localhost:x", "localhost:99999999"):
        answer = lead.get("/api/me", headers={"host": host.encode("latin-1")})

        assert (answer.status_code, answer.json()["error"]) == (421, "host"), host
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_body_that_nobody_can_read_is_the_senders_mistake(rep: Phone) -> None:
    bodies = {"deep": b'{"x":' + b"[" * 100_000, "no text": b'{"proto":1,"secret":"\xff"}', "cut off": b"{"}
    for path in ("/api/pair", "/api/device", "/api/return", "/api/push", "/api/push/confirm", "/api/sync"):
        for kind, body in bodies.items():
            answer = rep.post(path, content=body, headers={"content-type": "application/json"})

            assert (answer.status_code, answer.json()["error"]) == (400, "malformed"), (path, kind)


def test_errors_are_json_with_the_marker_for_phones_and_a_page_for_people(lead: Phone) -> None:
    assert lead.get("/api/nothing").json() == {
        "ringback": 1,
        "error": "not_found",
        "sentence": "There is nothing at this address, or it is not yours to see.",
    }
    page = lead.get("/office/nothing")
    assert page.headers["content-type"].startswith("text/html")
    assert "There is nothing at this address" in page.text


def test_more_than_a_mebibyte_is_refused_with_the_marker(rep: Phone) -> None:
    answer = rep.post("/api/sync", content=b" " * (1024 * 1024 + 1))

    assert (answer.status_code, answer.json()["error"]) == (413, "too_large")


def test_a_wrong_method_finds_nothing(lead: Phone) -> None:
    assert lead.get("/api/pair").status_code == 404
    assert lead.http.put("/api/sync").json()["error"] == "not_found"


class TestBehindTls:
    """The office knows that people reach it by https; something in front of it speaks TLS."""

    @pytest.fixture
    def secure(self, tmp_path: Path, clock: Clock) -> Iterator[Office]:
        origin = "https://ringback.example.com"
        hosts = frozenset({"ringback.example.com"})
        with opened(tmp_path / "tls", clock, origin=origin, hosts=hosts, client_header="x-forwarded-for") as office:
            yield office

    @pytest.fixture
    def phone(self, secure: Office) -> Phone:
        phone = Phone(secure, host="ringback.example.com", origin="https://ringback.example.com")
        phone.http.base_url = f"http://127.0.0.1:{secure.settings.port}"
        return phone

    def test_the_cookie_is_bound_to_the_host_and_to_tls(self, secure: Office, phone: Phone) -> None:
        kept = cookie_of(phone.asks_to_pair(secure.first_secret.token), "__Host-ringback")

        assert {"secure", "httponly"} <= set(kept)
        assert kept["path"] == "/"
        assert "domain" not in kept

    def test_browsers_are_told_to_come_by_tls_from_now_on(self, phone: Phone) -> None:
        assert phone.get("/api/me").headers["strict-transport-security"].startswith("max-age=31536000")

    def test_the_session_holds_and_links_lead_to_the_public_address(self, secure: Office, phone: Phone) -> None:
        token = cookie_of(phone.asks_to_pair(secure.first_secret.token), "__Host-ringback")["value"]
        phone.http.headers["cookie"] = f"__Host-ringback={token}"

        made = phone.post("/office/people/invite", data={"name": "Sam Okafor", "role": "rep"})

        assert "https://ringback.example.com/#/join/" in phone.get(made.headers["location"]).text

    def test_the_proxys_word_for_the_address_counts_when_the_settings_say_so(self, phone: Phone) -> None:
        for _ in range(10):
            phone.asks_to_pair("ABCD2345", **{"x-forwarded-for": "203.0.113.9, 192.0.2.1"})

        same = phone.asks_to_pair("ABCD2345", **{"x-forwarded-for": "203.0.113.77, 192.0.2.1"})
        other = phone.asks_to_pair("ABCD2345", **{"x-forwarded-for": "203.0.113.9, 192.0.2.2"})

        assert (same.status_code, other.status_code) == (429, 404)

    def test_a_caller_who_brings_the_header_along_is_still_known_by_the_proxys_own(self, phone: Phone) -> None:
        """Some proxies join theirs to what came, and some write it into a line of its own below."""
        knock = {"proto": 1, "secret": "ABCD2345", "device": {"id": phone.device, "name": ""}}

        def comes_as(told: str) -> int:
            lines = [("x-forwarded-for", told), ("x-forwarded-for", "192.0.2.1")]
            return phone.post("/api/pair", json=knock, headers=lines).status_code

        assert [comes_as(f"203.0.113.{number}") for number in range(11)] == [404] * 10 + [429]


class TestThePhonesFiles:
    @pytest.fixture
    def phone(self, tmp_path: Path, clock: Clock) -> Iterator[Phone]:
        with opened(tmp_path / "shell", clock, load(ASSETS)) as office:
            yield Phone(office)

    def test_the_first_page_needs_no_session_and_names_what_it_loads(self, phone: Phone) -> None:
        page = phone.get("/")

        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert page.headers["cache-control"] == "no-cache"
        assert "<rb-app" in page.text

    def test_the_worker_may_look_after_the_whole_site_and_is_asked_for_anew(self, phone: Phone) -> None:
        worker = phone.get("/sw.js")

        assert worker.headers["service-worker-allowed"] == "/"
        assert worker.headers["cache-control"] == "no-cache"
        assert worker.headers["content-type"].startswith("text/javascript")

    def test_hashed_files_are_kept_for_ever_and_travel_compressed(self, phone: Phone) -> None:
        script = next(path for path in load(ASSETS).files if path.startswith("/assets/app-") and path.endswith(".js"))

        plain = phone.get(script, headers={"accept-encoding": "identity"})
        packed = phone.get(script, headers={"accept-encoding": "gzip"})
        smallest = phone.http.head(script, headers={"accept-encoding": "gzip, br"})

        assert plain.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert plain.content == packed.content
        assert packed.headers["content-encoding"] == "gzip"
        assert smallest.headers["content-encoding"] == "br"
        sizes = [int(answer.headers["content-length"]) for answer in (smallest, packed, plain)]
        assert sizes == sorted(sizes)
        assert len({answer.headers["etag"] for answer in (smallest, packed, plain)}) == 3

    def test_what_has_not_changed_is_not_sent_again(self, phone: Phone) -> None:
        tag = phone.get("/").headers["etag"]

        again = phone.get("/", headers={"if-none-match": tag})

        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)

    def test_the_version_tells_whether_a_phone_is_behind(self, phone: Phone) -> None:
        assert phone.get("/version.json").json() == {"ringback": 1, "version": load(ASSETS).version}

    @pytest.mark.parametrize("path", ["/built.json", "/source.sha256", "/index.html.br", "/assets/nothing.js"])
    def test_only_what_phones_load_is_served(self, phone: Phone, path: str) -> None:
        assert phone.get(path).status_code == 404
