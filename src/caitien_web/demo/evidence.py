"""Evidence of a school: documents and photos with their codes, shown for criteria and for items of plans."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from caitien_web.demo.days import Days, moment
from caitien_web.demo.files import a_pdf, a_photo
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.demo.topics import Topic
from caitien_web.evidence.actions import Shows, add_evidence
from caitien_web.tenancy.models import Unit


def of_assessment(unit: Unit, people: People, days: Days, edition: str, topics: Sequence[tuple[str, Topic]]) -> None:
    """What a self-assessment rests on, (criterion, topic): a document each, kept on paper, the first one as a file."""
    at = moment(days.begin + timedelta(12))
    for number, (criterion, topic) in enumerate(topics):
        add_evidence(
            unit,
            a_pdf("ho-so.pdf") if number == 0 else None,
            title=str(topic.words("outputs")[0]),
            links=[Shows(edition, criterion)],
            by=people["thuky"],
            at=at,
            number=f"{14 + number}/KH-{unit.abbreviation}",
            issued_on=days.begin - timedelta(200 - number),
            issuer=unit.name,
            place=f"Phòng hành chính, cặp {number + 1}",
        )


def of_plan(unit: Unit, people: People, laid: Laid, *, on: Any, keys: Sequence[str]) -> None:
    """What carrying out the topics of these keys has brought: minutes and a photo for criterion and item."""
    for number, (item, topic) in enumerate(laid.rows()):
        if topic.key not in keys:
            continue
        shows = Shows(laid.plan.edition, item.criterion, item=item.pk)
        file = a_photo("anh-chup.png", number) if number % 2 else a_pdf("bien-ban.pdf")
        title = str(topic.words("outputs")[-1])
        about = {"issued_on": on, "issuer": topic.told["owner"]}
        add_evidence(unit, file, title=title, links=[shows], by=people["giaovien"], at=moment(on, 15), **about)
