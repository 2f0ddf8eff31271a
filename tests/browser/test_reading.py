"""Reading to a voicemail: one thumb at the beep, a clock that nothing stops, and a way out when the thread is lost."""

from __future__ import annotations

import math
import re
import struct
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect
from tests.browser.engines import FLAGS
from tests.browser.office import ROOT
from tests.browser.rep import PHONE, Rep
from tests.browser.stage import Founded, Stage, stage
from tests.browser.test_the_loop_without_signal import DANA

ASSETS = ROOT / "server/ringback/_assets"
CLOCK = "() => Number.parseInt(document.querySelector('[role=timer]').textContent)"
BEGAN = f"async () => Date.parse((await {PHONE}.draft('reading')).started_at)"


@pytest.fixture(scope="module")
def day(founded: Founded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with stage(tmp_path_factory.mktemp("day"), founded) as one:
        yield one


@pytest.fixture(scope="module")
def rosa(day: Stage, playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Rep:
    """On a phone that hears somebody speak for four seconds and be silent for four, again and again."""
    rep = day.hires("Rosa Vale", playwright)
    sound = voice(tmp_path_factory.mktemp("sound") / "voice.wav")
    fake = ["--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={sound}"]
    rep.settings = {"args": [*FLAGS, *fake], "permissions": ["microphone"]}
    rep.opens()
    rep.pairs()
    rep.introduces_himself()
    rep.adds_prospect({**DANA, "Note": "Restores old motorbikes"})
    return rep


@pytest.fixture
def rep(rosa: Rep) -> Iterator[Rep]:
    """With words for whoever answers and for the beep."""
    rosa.prepares("Dana")
    yield rosa
    assert rosa.alarms == []


def presses(rep: Rep, name: str) -> None:
    rep.page.get_by_role("button", name=name, exact=True).click()


def test_one_thumb_swaps_the_card_and_stamps_the_time(rep: Rep) -> None:
    words = rep.page.locator(".chunks")
    other = rep.page.locator(".other-plan")
    expect(rep.page.get_by_text("Somewhere quiet? Smile, and picture Dana.")).to_be_visible()
    expect(rep.page.get_by_text("Restores old motorbikes")).to_be_visible()
    expect(words).to_contain_text("Is this a good moment?")
    expect(other).to_contain_text("Could you call me?")

    before = time.time() * 1000
    presses(rep, "Beep")
    expect(words).to_contain_text("Could you call me?")
    expect(words).not_to_contain_text("Is this a good moment?")
    expect(rep.page.get_by_text(re.compile(r"beep at \d\d:\d\d:\d\d"))).to_be_visible()
    assert before - 1000 < rep.page.evaluate(BEGAN) < time.time() * 1000 + 1000

    presses(rep, "They answered")
    expect(words).to_contain_text("Is this a good moment?")
    expect(rep.page.get_by_text(re.compile(r"since \d\d:\d\d:\d\d"))).to_be_visible()
    presses(rep, "Beep")
    expect(words).to_contain_text("Could you call me?")


def test_a_photo_of_the_prospect_stays_on_the_phone(rep: Rep) -> None:
    rep.button("How you read").click()
    with rep.page.expect_file_chooser() as choosing:
        presses(rep, "Add a photo")
    choosing.value.set_files(ASSETS / "icons/icon-192.png")
    presses(rep, "Done")
    face = rep.page.get_by_role("img", name="Photo of Dana Whitfield").first
    expect(face).to_be_visible()
    rep.waits_until(f"async (id) => (await {PHONE}.draft(`photo:${{id}}`)) !== null", rep.id_of("Dana"))
    rep.page.reload()
    expect(face).to_be_visible()
    assert rep.status("waiting") == 0, "nothing of it is sent"
    rep.button("How you read").click()
    presses(rep, "Take it away")
    presses(rep, "Done")
    expect(face).to_have_count(0)


def test_the_clock_survives_another_app_and_a_restart(rep: Rep) -> None:
    presses(rep, "Beep")
    began = rep.page.evaluate(BEGAN)
    rep.comes_back_to_the_app()
    expect(rep.page.get_by_role("button", name="Stop")).to_be_visible()
    rep.page.reload()
    expect(rep.page.get_by_role("button", name="Stop")).to_be_visible()
    assert rep.page.evaluate(BEGAN) == began
    rep.waits_until(f"() => Math.abs(({CLOCK})() - (Date.now() - {began}) / 1000) <= 1.2")
    presses(rep, "Pause")
    rep.waits_until(f"async () => (await {PHONE}.draft('reading')).paused_at !== null")
    rep.page.reload()
    presses(rep, "Go on")
    presses(rep, "Stop")
    rep.page.get_by_role("link", name="Log it").click()
    rep.logs("Left message")


def test_who_loses_the_thread_has_name_reason_and_number_and_the_office_knows(rep: Rep, day: Stage) -> None:
    presses(rep, "Beep")
    presses(rep, "Rescue")
    line = rep.page.get_by_label("The rescue line")
    expect(line).to_contain_text("Rosa Vale")
    expect(line).to_contain_text("the two late orders in March")
    expect(line).to_contain_text("212 555 0101")
    expect(rep.page.locator(".chunks")).to_have_count(0)
    presses(rep, "Stop")
    rep.page.get_by_role("link", name="Log it").click()
    rep.logs("Left message")
    rep.has_sent_everything()
    assert day.ledger.calls()[-1]["flags"] == ["rescued"]
    rep.sees_in_history("Dana", "rescued")


def test_the_marker_waits_while_he_is_silent(rep: Rep) -> None:
    rep.button("How you read").click()
    rep.page.get_by_label("It waits while I am silent").check()
    presses(rep, "Done")
    presses(rep, "Beep")
    waits = rep.page.get_by_text("waits for your voice")
    place = f"async () => (await {PHONE}.draft('reading')).marker.place"
    expect(waits).to_be_visible()
    first = rep.page.evaluate(place)
    expect(waits).to_be_hidden()
    expect(waits).to_be_visible()
    assert rep.page.evaluate(place) > first, "it went on while he spoke"
    presses(rep, "Stop")


def voice(file: Path) -> Path:
    rate, spoken = 16_000, 4
    samples = (
        12_000 * math.sin(t * 0.11) * (0.5 + 0.5 * math.sin(t / rate * 20)) if t < spoken * rate else 20 * math.sin(t)
        for t in range(2 * spoken * rate)
    )
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(b"".join(struct.pack("<h", int(sample)) for sample in samples))
    return file
