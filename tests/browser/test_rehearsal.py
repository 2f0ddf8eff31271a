"""A rep says his message aloud, hears what a stranger would hear, and nothing of it leaves his phone."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect
from tests.browser.engines import FLAGS
from tests.browser.ledger import Ledger
from tests.browser.office import ROOT
from tests.browser.proxy import BadNetwork
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

AUDIO = ROOT / "tests/data/audio"
TOLD = json.loads((AUDIO / "manifest.json").read_text(encoding="utf-8"))
CLEAN = TOLD["files"][0]
NOISY = next(told for told in TOLD["files"] if told["file"] == "noise.wav")
WORDS = f"([id, words]) => {PHONE}.keepDraft('prepare:' + id, {{ words: {{ voicemail: words }} }})"
TAKES = f"async (id) => (await {PHONE}.takes()).about('prospect:' + id)"
SOUND = f"""
  async (id) => {{
    const takes = await {PHONE}.takes()
    const [take] = await takes.about('prospect:' + id)
    const bytes = new Uint8Array(await takes.sound(take.id))
    let text = ''
    for (const one of bytes) text += String.fromCharCode(one)
    return btoa(text)
  }}
"""
# Another one, that nobody asked to keep.
LOOSE = f"""
  async (id) => {{
    const takes = await {PHONE}.takes()
    const [take] = await takes.about('prospect:' + id)
    await takes.add({{ ...take, id: 'loose', kept: false }}, new ArrayBuffer(2))
  }}
"""
# How many takes the first set on this phone still has, whoever uses it now.
LEFT = """
  () => new Promise((resolve, reject) => {
    const asked = indexedDB.open('ringback-1-takes')
    asked.onerror = reject
    asked.onsuccess = () => {
      const count = asked.result.transaction('takes').objectStore('takes').count()
      count.onsuccess = () => {
        asked.result.close()
        resolve(count.result)
      }
    }
  })
"""


def microphone(hears: Path) -> list[str]:
    fake = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
    return [*FLAGS, *fake, f"--use-file-for-fake-audio-capture={hears}%noloop"]


def rosa_at(rep: Rep, flags: list[str], paired: bool = True) -> str:
    """With these words for Dana, on the page where they are rehearsed."""
    rep.settings = {"args": flags}
    rep.opens()
    rep.is_ready_for_no_signal()
    if paired:
        rep.pairs()
    rep.introduces_himself()
    rep.adds_prospect(DANA)
    dana = rep.id_of("Dana")
    rep.page.evaluate(WORDS, [dana, TOLD["text"]])
    rep.goes(f"/prepare/{dana}")
    rep.page.get_by_role("link", name="Rehearse").click()
    expect(rep.heading(re.compile("^Rehearse for Dana"))).to_be_visible()
    return dana


def records(rep: Rep, seconds: float) -> None:
    rep.button(re.compile("^Record")).click()
    expect(rep.page.get_by_role("timer")).to_be_visible()
    clock = "(until) => Number.parseFloat(document.querySelector('.take-seconds')?.textContent ?? '0') >= until"
    rep.page.wait_for_function(clock, arg=seconds)
    rep.button("Stop").click()
    expect(rep.page.locator(".take-advice")).to_be_visible()


def test_a_take_is_measured_judged_kept_and_never_sent(
    hires: Callable[[str], Rep], network: BadNetwork, ledger: Ledger
) -> None:
    rosa = hires("Rosa Vale")
    dana = rosa_at(rosa, microphone(AUDIO / "clean.wav"))
    page = rosa.page
    page.go_back()
    page.get_by_label("This one matters").check()
    expect(page.get_by_text("say it aloud once before you call")).to_be_visible()
    page.get_by_role("link", name="Rehearse it first").click()
    rosa.loses_signal()
    records(rosa, CLEAN["duration_s"])

    (take,) = page.evaluate(TAKES, dana)
    heard = take["figures"]
    assert abs(heard["span"] - CLEAN["span_s"]) < 0.2
    assert abs(heard["pause"] - CLEAN["pause_s"]) < 0.15 * CLEAN["pause_s"]
    assert abs(heard["perMinute"] - CLEAN["spoken_wpm"]) < 0.05 * CLEAN["spoken_wpm"]
    assert take["bytes"] > 32_000 * CLEAN["span_s"]
    expect(page.get_by_role("img", name=re.compile("6 pauses"))).to_be_visible()
    expect(page.locator("[data-figure=noise]")).to_contain_text("quiet")
    expect(page.locator("[data-figure=voice]")).to_contain_text("lively")

    page.get_by_label("The number that was heard").fill("212 555 0134")
    rosa.button("Compare").click()
    rosa.reads("2 of 10 digits went wrong")
    page.get_by_label("The number that was heard").fill("212-555-0143")
    rosa.button("Compare").click()
    rosa.reads("All 10 digits right")
    rosa.button("Yes, I would").click()
    rosa.button("Keep").click()
    expect(page.get_by_role("button", name="Kept", exact=True)).to_be_visible()
    rosa.button("Drop").click()
    rosa.is_told("Take dropped")
    expect(page.locator(".takes")).to_have_count(0)
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Kept", exact=True)).to_be_visible()
    rosa.button("Listen").click()
    expect(page.locator(".wave-now")).to_be_visible()

    rosa.goes(f"/prepare/{dana}")
    expect(page.get_by_label("This one matters")).to_be_checked()
    expect(page.get_by_text("say it aloud once before you call")).to_have_count(0)

    rosa.finds_signal()
    rosa.calls("Dana")
    rosa.logs("Left message")
    rosa.has_sent_everything()
    ledger.wait_until(lambda: len(ledger.calls()) == 1, "the call reaches the office")
    sound = base64.b64decode(page.evaluate(SOUND, dana))
    carried = b"".join(network.asked)
    piece = len(sound) // 2  # in the middle of a word, where no two samples are alike
    assert len(carried) < len(sound) // 10
    for at in range(0, len(sound) - 96, len(sound) // 50):
        assert sound[at : at + 48] == bytes(48) or sound[at : at + 48] not in carried
    assert base64.b64encode(sound[piece - piece % 3 :][:48]) not in carried

    page.evaluate(LOOSE, dana)
    page.evaluate(f"() => {PHONE}.signOut(true)")
    rosa.waits_until(f"async (id) => (await ({LEFT})()) === 1 && (await ({TAKES})(id)).length === 0", dana)


def test_music_behind_the_rep_changes_no_figure_but_its_own(hires: Callable[[str], Rep]) -> None:
    rosa = hires("Rosa Vale")
    dana = rosa_at(rosa, microphone(AUDIO / "noise.wav"), paired=False)
    records(rosa, NOISY["duration_s"])

    (take,) = rosa.page.evaluate(TAKES, dana)
    heard = take["figures"]
    assert abs(heard["span"] - NOISY["span_s"]) < 0.2
    assert abs(heard["pause"] - NOISY["pause_s"]) < 0.15 * NOISY["pause_s"]
    assert abs(heard["ratio"] - NOISY["snr_db"]) < 3
    expect(rosa.page.locator("[data-figure=noise]")).to_contain_text("noisy")


def test_a_refused_microphone_is_said_in_a_sentence_and_everything_else_goes_on(hires: Callable[[str], Rep]) -> None:
    rosa = hires("Rosa Vale")
    rosa_at(rosa, [*FLAGS, "--use-fake-device-for-media-stream"], paired=False)
    rosa.page.context.new_cdp_session(rosa.page).send(
        "Browser.setPermission", {"permission": {"name": "microphone"}, "setting": "denied", "origin": rosa.origin}
    )
    rosa.button("Record").click()

    expect(rosa.page.get_by_role("alert")).to_contain_text("microphone is not allowed here")
    expect(rosa.page.locator(".paper")).to_contain_text("I found two leaks")
    rosa.button("By heart").click()
    rosa.reads("No words now")
    rosa.prepares("Dana")


def test_what_changes_while_it_is_said_changes_nothing_in_the_take(hires: Callable[[str], Rep]) -> None:
    rosa = hires("Rosa Vale")
    dana = rosa_at(rosa, microphone(AUDIO / "clean.wav"))
    page = rosa.page
    rosa.button(re.compile("^Record")).click()
    expect(page.get_by_role("timer")).to_be_visible()
    page.evaluate(WORDS, [dana, "Other words."])
    page.evaluate(f"(id) => {PHONE}.editProspect(id, {{ reason: 'a colleague knows another one' }})", dana)
    rosa.has_sent_everything()
    expect(page.locator(".paper")).not_to_contain_text("Other words.")
    page.evaluate(f"(id) => {PHONE}.deleteProspect(id)", dana)
    rosa.has_sent_everything()
    rosa.button("Stop").click()
    rosa.reads("This prospect is not on this phone any more.")
    (take,) = page.evaluate(TAKES, dana)
    assert take["script"] == TOLD["text"]
