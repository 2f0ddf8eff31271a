"""The bad network of these tests is bad in exactly the ways that it claims."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

import pytest
from tests.browser.proxy import BadNetwork, Fault


class Behind(HTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), OneAnswer)
        self.taken: list[bytes] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """Being hung up on is what these tests are about."""


class OneAnswer(BaseHTTPRequestHandler):
    """An office that remembers what it was sent and always says yes."""

    protocol_version = "HTTP/1.1"
    server: Behind

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if len(body) == int(self.headers["Content-Length"]):
            self.server.taken.append(body)
        self.send_response(200)
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"yes")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""


@pytest.fixture
def behind() -> Iterator[Behind]:
    server = Behind()
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def killed() -> Event:
    return Event()


@pytest.fixture
def network(behind: Behind, killed: Event) -> Iterator[BadNetwork]:
    between = BadNetwork()
    between.leads_to(behind.server_port, killed.set)
    yield between
    between.end()


def ask(network: BadNetwork) -> tuple[int, bytes] | str:
    phone = http.client.HTTPConnection("127.0.0.1", network.server_port, timeout=20)
    try:
        phone.request("POST", "/api/sync", b"twelve bytes")
        answer = phone.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException) as failed:
        return type(failed).__name__
    finally:
        phone.close()


def test_it_passes_requests_and_answers_as_they_are(network: BadNetwork, behind: Behind) -> None:
    assert ask(network) == (200, b"yes")
    assert behind.taken == [b"twelve bytes"]
    network.wait_for("200")
    assert network.count("200") == 1


@pytest.mark.parametrize(("fault", "arrives"), [("refuse", 0), ("cut", 0), ("swallow", 1), ("kill_answered", 1)])
def test_the_phone_gets_nothing_and_the_office_gets_all_or_nothing(
    network: BadNetwork, behind: Behind, fault: Fault, arrives: int
) -> None:
    with network.faulty(fault):
        assert isinstance(ask(network), str)
        network.wait_for(fault)
    assert len(behind.taken) == arrives


@pytest.mark.parametrize("fault", ["kill_before", "kill_asked", "kill_answered"])
def test_it_kills_the_office_in_the_middle(network: BadNetwork, killed: Event, fault: Fault) -> None:
    with network.faulty(fault):
        assert isinstance(ask(network), str)
    assert killed.is_set()


def test_a_portal_answers_in_the_name_of_the_office(network: BadNetwork, behind: Behind) -> None:
    with network.faulty("portal"):
        answer = ask(network)
    assert answer[0] == 200
    assert "Hotel" in str(answer[1])
    assert behind.taken == []
    with network.faulty("redirect"):
        assert ask(network)[0] == 302


def test_it_hangs_until_it_is_well_again(network: BadNetwork) -> None:
    answers: list[object] = []
    with network.faulty("hang"):
        waiting = Thread(target=lambda: answers.append(ask(network)))
        waiting.start()
        network.wait_for("hang")
        assert answers == []
    waiting.join()
    assert isinstance(answers[0], str)
