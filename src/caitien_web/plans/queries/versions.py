"""The versions of a plan, what was attached to them, and the number that the next document may have."""

import re
from datetime import date

from django.http import Http404

from caitien_web.plans.models import PlanFile, PlanVersion, SchoolPlan
from caitien_web.schools.models import Person, Role, RoleAssignment
from caitien_web.tenancy.models import Unit


def versions_of(plan: SchoolPlan) -> list[PlanVersion]:
    """The issued versions, the newest first, with their files and who issued them, without their data. Two queries."""
    found = PlanVersion.objects.of(plan.unit).filter(plan=plan).defer("data").select_related("by__person")
    return list(found.prefetch_related("files").order_by("-number"))


def get_version(plan: SchoolPlan, number: int) -> PlanVersion:
    """One version of the plan, 404 where there is none of that number."""
    found = PlanVersion.objects.of(plan.unit).filter(plan=plan, number=number).select_related("by__person").first()
    if found is None:
        raise Http404(f"Kế hoạch {plan.period_words} không có phiên bản {number}.")
    found.plan = plan
    return found


def get_file(version: PlanVersion, key: object) -> PlanFile:
    """A file attached to the version, 404 where there is none."""
    found = PlanFile.objects.of(version.plan.unit).filter(version=version, pk=key).first()
    if found is None:
        raise Http404("Không có tệp này.")
    return found


def newest_version(plan: SchoolPlan) -> PlanVersion | None:
    """The version in force; None before the first issue."""
    return PlanVersion.objects.of(plan.unit).filter(plan=plan).order_by("-number").first()


def signatory_of(plan: SchoolPlan, on: date) -> str:
    """Who is to sign: whom the plan names where that is somebody of the school, else the head of the day. A plan that
    was read from last year's file still names who signed that one.
    """
    people = Person.objects.of(plan.unit).exclude(left_on__lte=on)
    if plan.signatory_name and people.filter(full_name=plan.signatory_name).exists():
        return plan.signatory_name
    head = RoleAssignment.on(on).filter(unit=plan.unit, role=Role.HEAD).select_related("person").first()
    return head.person.full_name if head else plan.signatory_name


def initials(name: str) -> str:
    """What a school's name is cut to in the numbers of its documents: Trường THCS Đồi Sim becomes THCSĐS."""
    words = name.removeprefix("Trường ").split()
    return "".join(word if word.isupper() else word[0].upper() for word in words if word[0].isalpha())


def next_number(unit: Unit, on: date) -> str:
    """The number after the unit's highest of the year, with its sign: "13/KH-THSN"; "01/KH-THSN" to begin with."""
    given = PlanVersion.objects.of(unit).filter(signed_on__year=on.year).values_list("document_number", flat=True)
    parted = [match for number in given if (match := re.match(r"(\d+)\s*(/.+)", number))]
    highest = max(parted, key=lambda match: int(match[1]), default=None)
    sign = highest[2] if highest else f"/KH-{unit.abbreviation or initials(unit.name)}"
    return f"{int(highest[1]) + 1 if highest else 1:02d}{sign}"
