"""How the running plan was made known: to the staff, on the board, to the parents, and who has read it."""

from collections.abc import Sequence

from caitien_web.demo.days import Days, moment
from caitien_web.demo.people import People
from caitien_web.demo.plans import Laid
from caitien_web.monitoring.actions.briefings import confirm_read, hold_briefing
from caitien_web.monitoring.models import BriefingKind
from caitien_web.schools.models import Person

AWAY = ("chame", "giamsat", "Bảo vệ")
HAVE_READ = ("phohieutruong", "thuky", "hoidong", "giaovien")


def make_known(laid: Laid, people: People, days: Days) -> None:
    """A meeting of the staff, the plan put up, a meeting of parents; two were away and have not read it yet."""
    plan, head = laid.plan, people["hieutruong"]
    assert head.person
    own = [user.person for stem, user in people.users.items() if stem not in AWAY and user.person]
    everybody = [*own, *(one for duty, one in people.others.items() if duty not in AWAY)]
    occasions: Sequence[tuple[BriefingKind, float, str, Sequence[Person], int, str]] = (
        (
            BriefingKind.MEETING,
            0.04,
            "Toàn văn kế hoạch và phần việc của từng người",
            everybody,
            0,
            "Phòng họp hội đồng",
        ),
        (BriefingKind.POSTING, 0.05, "Toàn văn kế hoạch", [], 0, "Bảng tin và trang thông tin điện tử của trường"),
        (BriefingKind.MEETING, 0.1, "Việc cần phụ huynh cùng làm", [people.person("chame")], 46, "Các phòng học"),
    )
    for number, (kind, share, subject, there, others, place) in enumerate(occasions, 5):
        on = days.share(share)
        hold_briefing(
            plan,
            kind,
            held_on=on,
            subject=subject,
            people=there,
            others=others,
            place=place,
            led_by=head.person.full_name,
            paper="" if kind == BriefingKind.POSTING else f"Biên bản số {number:02d}/BB-{plan.unit.abbreviation}",
            by=people["thuky"],
            at=moment(on, 17),
        )
    for number, stem in enumerate(HAVE_READ):
        user = people[stem]
        assert user.person
        confirm_read(plan, user.person, by=user, at=moment(days.share(0.05 + 0.02 * number), 20))
