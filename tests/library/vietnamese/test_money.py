"""Money in every wording, and the three ways of naming none kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.vietnamese.money import Money, funding_source_in, is_money_expression, money_unit_in, read_money

amounts = st.integers(10_000, 99_000_000_000)
FRAMES = ("{}", "Dự kiến {}", "khoảng {}", "{}.", "Dự toán: {}", "{}/năm", "Không quá {}")


def grouped(amount: int, mark: str) -> str:
    return f"{amount:,}".replace(",", mark)


@given(amounts, st.sampled_from(".,"), st.sampled_from([" đồng", "đ", "\nđồng", " VNĐ", ""]), st.sampled_from(FRAMES))
def test_figures_in_full(amount: int, mark: str, currency: str, frame: str) -> None:
    text = frame.format(grouped(amount, mark) + currency)
    assert read_money(text) == Money("fixed", amount)
    assert is_money_expression(text)


@given(
    st.integers(1, 9_999), st.sampled_from([("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9)]), st.sampled_from(".,")
)
def test_figures_with_a_unit(tenths: int, unit: tuple[str, int], mark: str) -> None:
    name, zeros = unit
    written = f"{tenths // 10}{mark}{tenths % 10}" if tenths % 10 else str(tenths // 10)
    text = f"Dự kiến {written} {name} đồng"
    assert read_money(text) == Money("fixed", tenths * 10 ** (zeros - 1))
    assert is_money_expression(text)


@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["{}-{} triệu", "từ {} đến {} triệu đồng", "{} triệu - {} triệu"]),
)
def test_ranges(low: int, more: int, frame: str) -> None:
    text = frame.format(low, low + more)
    assert read_money(text) == Money("range", None, low * 10**6, (low + more) * 10**6)
    assert is_money_expression(text)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        (None, Money("empty")),
        ("", Money("empty")),
        (" … ", Money("empty")),
        ("-", Money("empty")),
        ("không", Money("none", 0)),
        ("Không.", Money("none", 0)),
        ("Không\nKhông", Money("none", 0)),
        ("0 đồng", Money("none", 0)),
        ("Không phát sinh kinh phí", Money("none", 0)),
        ("Kinh phí không thường xuyên", Money("unknown", source="Kinh phí không thường xuyên")),
        ("Chi khác", Money("unknown", source="Chi khác")),
        ("Không\nChi khác", Money("unknown", source="Chi khác")),
        ("Theo thực tế", Money("unknown")),
        ("15", Money("unknown")),
        ("2 triệu 500 nghìn", Money("fixed", 2_500_000)),
        ("1 tỷ 200 triệu đồng", Money("fixed", 1_200_000_000)),
        ("2tr5", Money("fixed", 2_500_000)),
        ("500k", Money("fixed", 500_000)),
        ("2 triệu rưỡi", Money("fixed", 2_500_000)),
        ("Ba triệu đồng", Money("fixed", 3_000_000)),
        ("3.000.000 đồng (Ba triệu đồng)", Money("fixed", 3_000_000)),
        ("3 000 000 đồng", Money("fixed", 3_000_000)),
        ("1.500 triệu đồng", Money("fixed", 1_500_000_000)),
        ("5000000", Money("fixed", 5_000_000)),
        ("20.000.000 đồng từ nguồn xã hội hóa", Money("fixed", 20_000_000, source="nguồn xã hội hóa")),
        ("12 tháng x 500.000 đồng = 6.000.000 đồng", Money("fixed", 6_000_000)),
        ("5 bộ x 2.000.000 đồng", Money("unknown")),
        ("- Sách: 5.000.000đ\n- Tủ: 3.000.000đ", Money("unknown")),
        ("- Sách: 5.000.000đ\n- Tủ: 3.000.000đ\nTổng: 8.000.000đ", Money("fixed", 8_000_000)),
        ("Hiệu trưởng", Money("unknown")),
        ("Thực hiện năm 2024", Money("unknown")),
    ],
)
def test_single_wordings(text: str | None, money: Money) -> None:
    assert read_money(text) == money


@pytest.mark.parametrize(
    "text", ["Không", "2024", "1.10", "Tháng 9/2024", "08 phòng học", "Mua 5 bộ sách 500.000 đồng", ""]
)
def test_what_is_not_wholly_money(text: str) -> None:
    assert not is_money_expression(text)


def test_the_unit_of_a_column_counts_for_bare_numbers() -> None:
    assert money_unit_in("Dự kiến kinh phí (triệu đồng)") == 1_000_000
    assert money_unit_in("Kinh phí (ĐVT: 1.000 đồng)") == 1000
    assert money_unit_in("Dự kiến kinh phí") == 1
    assert read_money("12,5", unit=1_000_000) == Money("fixed", 12_500_000)
    assert read_money("Không", unit=1000) == Money("none", 0)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kinh phí thường xuyên", "Kinh phí thường xuyên"),
        ("Kinh phí cá nhân tự lo", "cá nhân tự lo"),
        ("Ngân sách nhà nước", "Ngân sách nhà nước"),
        ("Từ nguồn xã hội hóa giáo dục; vận động thêm", "nguồn xã hội hóa giáo dục"),
        ("Chi khác", "Chi khác"),
        ("Thực hiện thường xuyên", None),
        ("Xuyên suốt trong năm học", None),
        ("Không", None),
        ("Nhu cầu biên chế", None),
    ],
)
def test_the_source_of_money_as_written(text: str, source: str | None) -> None:
    assert funding_source_in(text) == source


@given(st.text(), st.sampled_from([1, 1000, 1_000_000]))
def test_any_text_gives_money(text: str, unit: int) -> None:
    money = read_money(text, unit=unit)
    assert (money.amount is not None) == (money.state in ("none", "fixed"))
    assert (money.low is not None and money.high is not None) == (money.state == "range")
