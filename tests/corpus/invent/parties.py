"""Who leads and who helps: the words of an owner cell with the roles that they name, lead first."""

from dataclasses import dataclass

from corpus.invent.random_choice import Choice
from corpus.words import words


@dataclass(frozen=True)
class Owners:
    """`text`: the whole cell; `lead_text` and `support_text` the two halves for tables that part them."""

    text: str
    owners: tuple[str, ...]
    supporting: tuple[str, ...] = ()
    lead_text: str = ""
    support_text: str | None = None


def _draw(choice: Choice, count: int, without: tuple[str, ...] = (), *, late: bool = False) -> list[tuple[str, str]]:
    drawn: list[tuple[str, str]] = []
    known = choice.some(words("parties")["inside"], 30)
    for written, role in [*choice.some(words("parties")["late"], 1), *known] if late else known:
        if role not in without and role not in [r for _, r in drawn]:
            drawn.append((written, role))
        if len(drawn) == count:
            break
    return drawn


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(parties: list[tuple[str, str]], choice: Choice) -> str:
    names = [written for written, _ in parties]
    if any("," in name for name in names):  # a comma inside a name: only another mark can part it from the next
        return choice.one(("; ", " và ", " + ")).join(names)
    if len(names) > 2 and choice.chance(0.4):
        return choice.one((", ", "; ")).join(names[:-1]) + " và " + names[-1]
    return choice.weighted({", ": 6, "; ": 2, " và ": 1 if len(names) == 2 else 0, " + ": 0.5}).join(names)


def _roles(parties: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(role for _, role in parties)


def _single(choice: Choice) -> Owners:
    party = _draw(choice, 1)
    text = _capital(party[0][0]) + choice.weighted({"": 4, ".": 1})
    return Owners(text, _roles(party), (), text)


def _late_list(choice: Choice) -> Owners:
    return _list(choice, late=True)


def _list(choice: Choice, *, late: bool = False) -> Owners:
    parties = _draw(choice, choice.number(2, 4), late=late)
    text = _capital(_joined(parties, choice))
    return Owners(text, _roles(parties), (), text)


def _lines(choice: Choice) -> Owners:
    parties = _draw(choice, choice.number(2, 3))
    text = "\n".join("- " + _capital(written) for written, _ in parties)
    return Owners(text, _roles(parties), (), text)


def _with_support(choice: Choice) -> Owners:
    lead, helpers = _draw(choice, 1), []
    helpers = _draw(choice, choice.number(1, 3), _roles(lead))
    first, rest = _capital(lead[0][0]), _joined(helpers, choice)
    forms = (
        f"{first} phối hợp với {rest}",
        f"Chủ trì: {first}. Phối hợp: {rest}",
        f"Chủ trì: {first}\nPhối hợp: {rest}",
        f"- Chủ trì: {first};\n- Phối hợp: {rest}.",
        f"{first}; phối hợp: {rest}",
        f"{first} chủ trì, phối hợp với {rest}",
    )
    return Owners(choice.one(forms), _roles(lead), _roles(helpers), first, _capital(rest))


def _ordered(choice: Choice) -> Owners:
    others = _draw(choice, choice.number(1, 2), ("Hiệu trưởng", "Hội đồng trường", "Cán bộ quản lý"))
    names = _joined(others, choice)
    text = choice.one(
        (
            f"Hiệu trưởng chỉ đạo {names} thực hiện",
            f"Hiệu trưởng phân công {names}",
            f"Hiệu trưởng giao {names} thực hiện",
        )
    )
    return Owners(text, ("Hiệu trưởng", *_roles(others)), (), text)


def _everybody(choice: Choice) -> Owners:
    text = choice.one(
        (
            "Tất cả cán bộ, giáo viên, nhân viên trong nhà trường",
            "CB, GV, NV",
            "Toàn thể CBGVNV",
            "Cán bộ, giáo viên, nhân viên",
        )
    )
    return Owners(text, ("Cán bộ", "Giáo viên", "Nhân viên"), (), text)


def invent_owners(choice: Choice, *, late: bool = False) -> Owners:
    makers = {
        _single: 5,
        _list: 6,
        _lines: 1.5,
        _with_support: 4,
        _ordered: 2,
        _everybody: 1,
        _late_list: 4 if late else 0,
    }
    return choice.weighted(makers)(choice)


def invent_conditions(choice: Choice) -> tuple[str | None, tuple[str, ...]]:
    """The cell "Điều kiện hỗ trợ khác" and the parties that it names."""
    kind = choice.weighted({"empty": 4, "none": 1.5, "parties": 4, "things": 2})
    if kind == "empty":
        return None, ()
    if kind == "none":
        return choice.one(("Không", "không")), ()
    if kind == "things":
        return choice.one(words("parties")["things"]), ()
    parties = [tuple(pair) for pair in choice.some(words("parties")["outside"], choice.number(1, 3))]
    return _capital(choice.one((", ", "; ")).join(name for name, _ in parties)) + choice.one(("", ".")), _roles(parties)
