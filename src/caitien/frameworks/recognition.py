"""Marks → criterion → school level → recognition, by the rules in the edition's data and by nothing else.

Indicator, level and nesting: a level of a criterion is met when all its indicators are, and counts only when the
levels below it do. School levels: `LevelRule`. Whatever is not assessed keeps both ends open: `level` is what is sure,
`possible` what may still come out; a result is decided when they agree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from caitien.frameworks.marks import NOT_ASSESSED, CannotJudge, Mark, Marks, Point, State, together
from caitien.frameworks.model import SCHOOL_LEVELS, Criterion, Framework, Level, LevelRule


class Outcome(StrEnum):
    """not_assessed: nothing is; undecided: what is missing may still decide about the first level."""

    NOT_ASSESSED = "not_assessed"
    UNDECIDED = "undecided"
    NOT_REACHED = "not_reached"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class Attained:
    """The level reached for sure (0: none) and the highest still possible; `assessed` is False where no mark is."""

    level: int
    possible: int
    assessed: bool

    @property
    def decided(self) -> bool:
        return self.assessed and self.level == self.possible

    @property
    def outcome(self) -> Outcome:
        if not self.assessed:
            return Outcome.NOT_ASSESSED
        if self.level:
            return Outcome.REACHED
        return Outcome.UNDECIDED if self.possible else Outcome.NOT_REACHED

    @property
    def text(self) -> str:
        """In Vietnamese: “Đạt Mức 2”, “Không đạt Mức 1”, “Chưa đánh giá” …, provisional results as such."""
        still = f"còn có thể đạt Mức {self.possible}"
        match self.outcome:
            case Outcome.NOT_ASSESSED:
                return "Chưa đánh giá"
            case Outcome.UNDECIDED:
                return f"Chưa kết luận được ({still})"
            case Outcome.NOT_REACHED:
                return "Không đạt Mức 1"
            case Outcome.REACHED:
                return f"Đạt Mức {self.level}" + ("" if self.decided else f" (chưa đánh giá hết, {still})")


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion. `states`: level → state; `attained`: its own level; `stands` and `may_stand`: the highest school
    level that it does not hold back, for sure and at best (a criterion without Mức 3 holds back no Mức 3)."""

    code: str
    states: Mapping[int, State]
    attained: Attained
    stands: int
    may_stand: int

    @property
    def state(self) -> State:
        """The criterion in one word: met from level 1 on, not met, not (fully) assessed, not applicable."""
        if set(self.states.values()) == {State.NOT_APPLICABLE}:
            return State.NOT_APPLICABLE
        match self.attained.outcome:
            case Outcome.REACHED:
                return State.MET
            case Outcome.NOT_REACHED:
                return State.NOT_MET
            case _:
                return State.NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class SchoolResult:
    """The school by one edition. `blocking`: what surely bars the level above `attained.possible`; `missing`: what has
    to be assessed before more than `attained.level` is sure. Both hold codes and clauses ("khoản 4 Điều 22")."""

    framework: str
    attained: Attained
    criteria: tuple[CriterionResult, ...]
    blocking: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EachLevelResult:
    """A school of several levels: each level's own result, and the lowest of them for the school."""

    attained: Attained
    each: Mapping[str, SchoolResult]


def judge_criterion(framework: Framework, code: str, marks: Marks) -> CriterionResult:
    """One criterion by the marks on it. Raises CannotJudge for a code, level or letter that the edition has not."""
    criterion = framework.criterion(code)
    if criterion is None:
        raise CannotJudge(f"{framework.document.name} không có tiêu chí {code}.")
    own = {point: mark for point, mark in marks.items() if point.criterion == code}
    _refuse_strangers(framework, own)
    return _criterion_result(criterion, own, _top(framework))


def _refuse_strangers(framework: Framework, marks: Marks) -> None:
    for point in marks:
        criterion = framework.criterion(point.criterion)
        level = criterion.level(point.level) if criterion else None
        if level is None or (point.letter is not None and level.known and point.letter not in level.letters):
            letter = f", chỉ báo {point.letter}" if point.letter else ""
            raise CannotJudge(
                f"{framework.document.name} không có tiêu chí {point.criterion}, Mức {point.level}{letter}."
            )


def _top(framework: Framework) -> int:
    """The highest level that criteria are asked for; the levels above rest on clauses."""
    return max(max(rule.every, rule.mandatory, rule.others_at_least) for rule in framework.rules.school_levels)


def _criterion_result(criterion: Criterion, marks: Marks, top: int) -> CriterionResult:
    states = {level.number: _level_state(criterion.code, level, marks) for level in criterion.levels}
    stands, shown = _climb(states, top, {State.MET, State.NOT_APPLICABLE}, counted={State.MET})
    may_stand, _ = _climb(states, top, _NOT_FAILED, counted=set())
    _, possible = _climb(states, top, _NOT_FAILED, counted={State.MET, State.NOT_ASSESSED})
    attained = Attained(
        level=shown,
        possible=possible or min(may_stand, max(states)),  # what does not apply at all has not failed
        assessed=any(mark.state in (State.MET, State.NOT_MET) for mark in marks.values()),
    )
    return CriterionResult(criterion.code, states, attained, stands if shown else 0, may_stand)


_NOT_FAILED = {State.MET, State.NOT_ASSESSED, State.NOT_APPLICABLE}


def _level_state(code: str, level: Level, marks: Marks) -> State:
    """A mark on the whole level stands for the indicators that have none of their own."""
    whole = marks.get(Point(code, level.number), NOT_ASSESSED).state
    own = [mark.state for point, mark in marks.items() if point.level == level.number and point.letter]
    if whole is not State.NOT_ASSESSED:
        return together([whole, *(state for state in own if state is not State.NOT_ASSESSED)])
    complete = level.known and len(own) == len(level.letters)
    return together(own if complete else [*own, State.NOT_ASSESSED])


def _climb(states: Mapping[int, State], top: int, passing: set[State], *, counted: set[State]) -> tuple[int, int]:
    """How far up one gets through `passing` states: the level, and the highest level on the way in `counted`."""
    reached, highest = 0, 0
    for number in range(1, top + 1):
        state = states.get(number)
        if state is not None and state not in passing:
            break
        reached = number
        if state in counted:
            highest = number
    return reached, highest


def judge_school(framework: Framework, marks: Marks, clauses: Mapping[int, Mark] | None = None) -> SchoolResult:
    """The school's level by the edition's rules, from marks on indicators or levels and on the clauses of level 4.

    Raises CannotJudge for marks on what the edition has not, and for an edition too bare to judge by.
    """
    clauses = clauses or {}
    _refuse_bare(framework)
    _refuse_strangers(framework, marks)
    _refuse_strange_clauses(framework, clauses)
    by_code: dict[str, dict[Point, Mark]] = {}
    for point, mark in marks.items():
        by_code.setdefault(point.criterion, {})[point] = mark
    top = _top(framework)
    results = tuple(_criterion_result(one, by_code.get(one.code, {}), top) for one in framework.criteria)
    sure = _Standing(framework, {one.code: one.stands for one in results}, clauses, {State.MET, State.NOT_APPLICABLE})
    best = _Standing(framework, {one.code: one.may_stand for one in results}, clauses, _NOT_FAILED)
    attained = Attained(sure.level, best.level, any(one.attained.assessed for one in results))
    missing = () if attained.level == attained.possible else sure.open_above(best)
    return SchoolResult(framework.id, attained, results, best.obstacles_above(), missing)


def _refuse_bare(framework: Framework) -> None:
    rules = framework.rules.school_levels
    needs_mandatory = any(rule.mandatory for rule in rules)
    needs_clauses = any(rule.all_clauses for rule in rules)
    bare = (
        not framework.criteria
        or (needs_mandatory and not any(one.mandatory for one in framework.criteria))
        or (needs_clauses and not framework.clauses)
    )
    if bare:
        raise CannotJudge(f"Chưa tính được: dữ liệu của {framework.document.name} chưa đủ tiêu chí.")


def _refuse_strange_clauses(framework: Framework, clauses: Iterable[int]) -> None:
    known = {clause.number for clause in framework.clauses}
    for number in clauses:
        if number not in known:
            raise CannotJudge(f"{framework.document.name} không có khoản {number} cho Mức 4.")


@dataclass(frozen=True, slots=True)
class _Standing:
    """The whole school at one end of what is possible: criterion → the level it does not hold back."""

    framework: Framework
    of: Mapping[str, int]
    clauses: Mapping[int, Mark]
    passing: set[State]

    @property
    def level(self) -> int:
        reached = 0
        for rule in self.framework.rules.school_levels:
            if self.obstacles(rule):
                break
            reached = rule.level
        return reached

    def obstacles_above(self) -> tuple[str, ...]:
        """What bars the first level that is not reached; empty where the highest is."""
        rule = self._rule_above()
        return self.obstacles(rule) if rule else ()

    def open_above(self, best: "_Standing") -> tuple[str, ...]:
        """Of what bars that level, what may still come to stand where its rule asks, be it for one of its demands only;
        the same criterion may surely miss another."""
        rule = self._rule_above()
        if rule is None:
            return ()
        mandatory = {one.code for one in self.framework.criteria if one.mandatory}

        def is_open(code: str) -> bool:
            asked = (rule.every, rule.mandatory if code in mandatory else rule.others_at_least)
            return any(self.of[code] < level <= best.of[code] for level in asked)

        return tuple(one for one in self.obstacles(rule) if one not in self.of or is_open(one))

    def _rule_above(self) -> LevelRule | None:
        level = self.level
        return next((rule for rule in self.framework.rules.school_levels if rule.level > level), None)

    def obstacles(self, rule: LevelRule) -> tuple[str, ...]:
        criteria = self.framework.criteria
        barred = {code for code, level in self.of.items() if level < rule.every}
        barred |= {one.code for one in criteria if one.mandatory and self.of[one.code] < rule.mandatory}
        others = [one.code for one in criteria if not one.mandatory]
        short = [code for code in others if self.of[code] < rule.others_at_least]
        if len(others) - len(short) < rule.others_count:
            barred.update(short)
        in_order = tuple(one.code for one in criteria if one.code in barred)
        return in_order + (self._clause_obstacles() if rule.all_clauses else ())

    def _clause_obstacles(self) -> tuple[str, ...]:
        states = {one.number: self._clause_state(one.number) for one in self.framework.clauses}
        failing = [number for number, state in states.items() if state not in self.passing]
        if not failing and State.MET not in states.values() and State.NOT_ASSESSED not in self.passing:
            failing = list(states)  # every clause "not applicable": nothing shows the level
        return tuple(f"khoản {number} {self.framework.clauses_article}" for number in failing)

    def _clause_state(self, number: int) -> State:
        mark = self.clauses.get(number)
        return mark.state if mark else State.NOT_ASSESSED


def judge_each_level(framework: Framework, marks: Mapping[str, Marks]) -> EachLevelResult:
    """A school of several levels: school level → its marks. The school has the lowest result of them.

    Raises CannotJudge where the edition judges such a school as a whole, or has no rule for it.
    """
    rule = framework.rules.multi_level
    if rule is None or rule.method != "lowest":
        raise CannotJudge(f"{framework.document.name} không đánh giá riêng từng cấp học.")
    for level in marks:
        if level == "multi_level" or level not in framework.school_levels:
            raise CannotJudge(f"{framework.document.name} không có cấp học {SCHOOL_LEVELS.get(level, level)}.")
    if not marks:
        raise CannotJudge("Trường có nhiều cấp học phải có kết quả của từng cấp học.")
    each = {level: judge_school(framework, own) for level, own in marks.items()}
    results = [result.attained for result in each.values()]
    lowest = Attained(
        min(one.level for one in results), min(one.possible for one in results), any(one.assessed for one in results)
    )
    return EachLevelResult(lowest, each)
