"""What a thing costs: the words of a money cell and the sum in đồng that they mean."""

from dataclasses import dataclass

from corpus.invent.random_choice import Choice

NOTHING = "không"


@dataclass(frozen=True)
class Money:
    text: str | None
    vnd: int | None
    also: tuple[int | None, ...] = ()


def dotted(vnd: int) -> str:
    return f"{vnd:,}".replace(",", ".")


def _decimal(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _written(choice: Choice) -> Money:
    vnd = choice.number(1, 90) * choice.one((100_000, 500_000, 1_000_000, 5_000_000))
    forms = [
        f"{dotted(vnd)} đồng",
        f"{dotted(vnd)}\nđồng",
        f"{dotted(vnd)} đ",
        f"{dotted(vnd)}đ",
        f"{dotted(vnd)} VNĐ",
        dotted(vnd),
        f"Dự kiến {dotted(vnd)} đồng",
    ]
    if vnd >= 1_000_000:
        millions = _decimal(vnd / 1_000_000)
        forms += [
            f"{millions} triệu đồng",
            f"{millions} triệu",
            f"Khoảng {millions} triệu đồng",
            f"Dự kiến: {millions} triệu đồng",
        ]
    else:
        forms.append(f"{vnd // 1000} nghìn đồng")
    return Money(choice.one(forms), vnd)


def _large(choice: Choice) -> Money:
    tenths = choice.number(10, 95)
    vnd = tenths * 100_000_000
    return Money(
        choice.one(
            (f"Dự kiến {_decimal(tenths / 10)} tỷ đồng", f"{_decimal(tenths / 10)} tỷ đồng", f"{dotted(vnd)} đồng")
        ),
        vnd,
    )


def _nothing(choice: Choice) -> Money:
    return Money(choice.one(("không", "Không", "Không", "0 đồng", "0")), 0)


def _no_sum(choice: Choice) -> Money:
    return Money(
        choice.one(("Chi khác", "Kinh phí thường xuyên", "Theo dự toán được giao", "Nguồn chi thường xuyên")), None
    )


def _millions(choice: Choice) -> Money:
    tenths = choice.number(5, 900)
    return Money(_decimal(tenths / 10), tenths * 100_000)


def invent_money(choice: Choice, *, millions: bool = False) -> Money:
    """A sum in words; in a column headed "triệu đồng" the bare number of millions."""
    if millions:
        return _millions(choice) if choice.chance(0.7) else Money(None, None)
    kind = choice.weighted({"empty": 5, "nothing": 3, "written": 6, "large": 1, "no sum": 1})
    if kind == "empty":
        return Money(None, None)
    return {"nothing": _nothing, "written": _written, "large": _large, "no sum": _no_sum}[kind](choice)
