"""A rate with enough messages behind it comes with its interval, one without is shown as not known yet."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tests.browser.rep import PHONE, Rep
from tests.browser.test_the_loop_without_signal import DANA

# Two hundred messages of three weeks ago, in the words of one template, of which every tenth was called back.
MANY = """
async (id) => {
  const [template] = await PHONE.templates()
  const days = (n, minutes) => new Date(Date.now() - n * 86_400_000 + minutes * 60_000).toISOString()
  const log = (part) => PHONE.logCall({
    call: {
      prospect_id: id, prospect_name: 'Dana Whitfield', company: 'Mill Lane Tools', direction: 'out', channel: 'phone',
      outcome: 'left_message', made_at: days(21, 0), zone: 'America/New_York', prospect_zone: 'America/New_York',
      number: '+12125550142', template_id: template.id, version_id: template.current, variant: '', plan: 'voicemail',
      script: 'Hi Dana.', seconds: 18, estimate: 18, left_out: [], flags: [], note: '', reason: '', ...part,
    },
    followUp: null, fulfils: [], edits: [], stop: '', clearDrafts: [],
  })
  for (let n = 0; n < 200; n += 1) {
    const message = await log({ made_at: days(21, n) })
    if (n % 10) continue
    const theirs = { direction: 'in', outcome: 'spoke', response: 'callback', credits: message.id }
    await log({ ...theirs, made_at: days(20, n), template_id: null, version_id: null, script: '', seconds: null })
  }
}
""".replace("PHONE", PHONE)


def test_one_message_is_not_enough_for_a_rate(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    rep.prepares("Dana")
    rep.reads_and_hangs_up()
    rep.logs("Left message")
    rep.goes("/results")
    rep.reads(re.compile("Not known yet|not enough yet", re.IGNORECASE))
    assert not re.search(r"\d+\s*%", rep.page.get_by_role("main").inner_text()), "no rate is pretended"


def test_many_messages_give_a_rate_with_its_interval(rep: Rep) -> None:
    rep.adds_prospect(DANA)
    rep.page.evaluate(MANY, rep.id_of("Dana"))
    rep.goes("/results")
    rep.reads("of messages get called back")
    template = rep.page.get_by_role("main").locator("section", has_text="Which words get called back")
    expect(template).to_contain_text("20 of 200")
    expect(template).to_contain_text("10 % call back (7 to 15 %)")


def test_without_any_message_the_page_says_how_to_begin(rep: Rep) -> None:
    rep.goes("/results")
    rep.reads("No messages to count yet")
