"""What Lighthouse says of the phone's first page: three visits, throttled as on a phone."""

from __future__ import annotations

from statistics import median

from tests.bench.rounds import spread
from tests.bench.scene import scene
from tests.browser.lighthouse import audit, scores


def main() -> None:
    with scene() as one:
        reports = [audit(one.network.origin) for _ in "123"]
    print("Lighthouse, first visit, three times")
    for name in scores(reports[0]):
        print(f"  {name:16} {spread([scores(r)[name] for r in reports])}")
    for name in ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time"):
        print(f"  {name:26} {median(r['audits'][name]['numericValue'] for r in reports):.0f} ms")
