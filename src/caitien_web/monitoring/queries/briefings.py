"""Who knows the plan, and from which occasion."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from caitien_web.monitoring.models import Briefing, Informed
from caitien_web.plans.days import last_year_open
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Person
from caitien_web.tenancy.models import Unit

IN_FORCE = ("issued", "under_way", "adjusted")
COUNTS = Q(briefing=None) | Q(briefing__withdrawn_because="")


@dataclass(frozen=True, slots=True)
class MadeKnown:
    """How far a plan is known among those who work at the school; `briefings` have `present`, a count."""

    staff: list[Person]
    knowing: frozenset[object]
    briefings: list[Briefing]

    @property
    def missing(self) -> list[Person]:
        """Those who have neither been at a briefing nor read the plan."""
        return [person for person in self.staff if person.pk not in self.knowing]

    @property
    def known(self) -> int:
        return len(self.staff) - len(self.missing)

    @property
    def share(self) -> int:
        """Percent of the staff, rounded down: 100 is all of them."""
        return 100 * self.known // len(self.staff) if self.staff else 0

    @property
    def others(self) -> int:
        """Attendances from outside the school."""
        return sum(one.others for one in self.briefings if not one.withdrawn_because)


def made_known(plan: SchoolPlan, *, on: date) -> MadeKnown:
    """Three queries, whatever the number of people and occasions."""
    staff = Person.objects.of(plan.unit).filter(Q(left_on=None) | Q(left_on__gt=on)).order_by("folded")
    informed = Informed.objects.of(plan.unit).filter(COUNTS, plan=plan).values_list("person", flat=True)
    briefings = Briefing.objects.of(plan.unit).filter(plan=plan).annotate(present=Count("informed"))
    return MadeKnown(list(staff), frozenset(informed), list(briefings))


def unread_plan(person: Person, unit: Unit, *, on: date) -> SchoolPlan | None:
    """An issued plan whose period has not ended, and which the person does not know yet. One query."""
    known = Informed.objects.of(unit).filter(COUNTS, person=person).values("plan")
    running = SchoolPlan.objects.of(unit).filter(state__in=IN_FORCE, to_year__gte=last_year_open(on))
    return running.exclude(pk__in=known).defer("parts", "closing").first()
