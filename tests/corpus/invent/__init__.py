"""Invented plans: texts written from known values, so that what a reader should find is known cell by cell."""

from dataclasses import dataclass, field
from typing import Any

from corpus.criteria import EDITIONS, TT57_EDITIONS, Criterion, criteria_of
from corpus.forms import FORMS, Form
from corpus.invent.bases import invent_bases, results_basis
from corpus.invent.items import invent_item
from corpus.invent.parts import (
    invent_organisation,
    invent_prior,
    invent_problems,
    invent_purposes,
    invent_recipients,
    invent_reviews,
    invent_signatory,
    told,
)
from corpus.invent.random_choice import Choice
from corpus.invent.school import Setting, hide_head, invent_head, invent_setting
from corpus.words import words

LEVELS = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing")


@dataclass(frozen=True)
class Invented:
    """A plan as JSON by the contract, other true readings (as in gold/accept), and what drawing it needs besides."""

    plan: dict[str, Any]
    accept: dict[str, Any]
    form: Form
    setting: Setting
    criteria: list[Criterion]
    shown_year: str
    cells: list[dict[str, str | None]] = field(default_factory=list)
    intro: str | None = None


def invent_plan(seed: int, *, level: str = "primary", form: str = "cv5932-9", count: int | None = None) -> Invented:
    """The plan of an invented school of `level` in the table `form` (an id of `corpus.forms.FORMS`).

    The same arguments give the same plan. `count`: how many items (else 1 to about 30).
    """
    choice = Choice("plan", seed, level, form)
    shape = FORMS[form]
    edition = _edition(level, form, choice)
    five_years = shape.criteria != "none" and choice.chance(0.2)
    setting = invent_setting(level, edition, choice, five_years=five_years)
    criteria = _choose_criteria(edition, shape, count, choice)
    head, head_also = invent_head(setting, choice)
    hide_head(setting, head)
    drawn = [invent_item(criterion, shape, setting, choice) for criterion in criteria]
    organisation, party_also = invent_organisation(setting, choice)
    plan = {
        "schema": "caitien.plan/1",
        "source": None,
        "form": shape.official,
        "school": head["school"],
        "document": head["document"],
        "framework": edition.split("+")[0],
        "legal_bases": invent_bases(setting, choice),
        "purposes": invent_purposes(setting, choice),
        "prior_results": invent_prior(setting, choice),
        "problems": [],
        "weak_criteria": [],
        "target_criteria": [],
        "items": [item for item, _, _ in drawn],
        "reviews": [],
        "organisation": organisation,
        "closing": told(choice.one(words("parts")["closings"]), setting) if choice.chance(0.7) else None,
        "recipients": invent_recipients(setting, choice),
        "signatory": invent_signatory(setting, choice),
    }
    if plan["prior_results"]:
        plan["legal_bases"].append(results_basis(setting))
    if shape.criteria == "none":
        plan |= {"problems": invent_problems(criteria, setting, choice), "reviews": invent_reviews(choice)}
        plan["school"]["ownership"] = "Công lập"
        for (_, also, _), problem in zip(drawn, plan["problems"], strict=True):
            also |= _from_problem(problem)
    elif form == "weakness-10" and choice.chance(0.6):
        weak = list(dict.fromkeys(criterion.code for criterion in criteria))
        plan |= {"weak_criteria": weak, "target_criteria": weak[: choice.number(1, len(weak))]}
    accept = {"head": head_also, "optional": [], "items": {}, "also": {}, "party": party_also, "optional_duties": {}}
    accept["items"] = {str(at): also for at, (_, also, _) in enumerate(drawn) if also}
    intro = told(choice.one(words("parts")["intro"]), setting) if choice.chance(0.6) else None
    invented = Invented(
        plan, accept, shape, setting, criteria, head["shown_year"], [cells for _, _, cells in drawn], intro
    )
    _say_what_is_written(invented, choice)
    return invented


def _from_problem(problem: dict[str, Any]) -> dict[str, list[Any]]:
    """TT57: what a reader may take from the row of the same number in the table of problems, but need not."""
    return {"standard": [problem["standard"]], "criterion": [problem["criterion"]], "weakness": [problem["limitation"]]}


def _edition(level: str, form: str, choice: Choice) -> str:
    if form == "tt57-bieu2" or level == "continuing":
        return TT57_EDITIONS.get(level, "TT57-2026-PT")
    old = EDITIONS[level]
    return f"{old}+TT22-2024" if choice.chance(0.2) else old


def _choose_criteria(edition: str, form: Form, count: int | None, choice: Choice) -> list[Criterion]:
    every = criteria_of(edition)
    wanted = count or choice.weighted({1: 1, 2: 2, 4: 4, 7: 5, 12: 4, 20: 2, 30: 1})
    chosen = choice.some(every, wanted)
    extra = choice.some(chosen, max(0, wanted - len(chosen))) if count else []
    if choice.chance(0.4) and form.criteria != "none":  # a second and third weakness of one criterion
        extra += choice.some(chosen, choice.number(1, 3))
    while count and len(chosen) + len(extra) < count:
        extra.append(choice.one(every))
    order = {criterion.code: at for at, criterion in enumerate(every)}
    return sorted(chosen + extra, key=lambda criterion: order[criterion.code])[: count or None]


def _say_what_is_written(invented: Invented, choice: Choice) -> None:
    """Titles of criteria are in the truth only where the form writes them."""
    form, items, accept = invented.form, invented.plan["items"], invented.accept["items"]
    titled = (
        form.criteria == "title" or form.shows("criterion_title") or (form.criteria == "either" and choice.chance(0.5))
    )
    for at, item in enumerate(items):
        if not titled:
            item["criterion_title"] = None
        again = at > 0 and item["criterion"] is not None and items[at - 1]["criterion"] == item["criterion"]
        if titled and again and form.repeat != "again":
            accept.setdefault(str(at), {})["criterion_title"] = [None]
