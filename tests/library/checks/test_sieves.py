"""A sieve stops the texts that hold what a check seeks, however many other sieves look at them."""

import re

from caitien.checks.sieves import Sieve
from caitien.vietnamese.word_choice import one_beginning, one_of

TEXT = "Sửa chữa nhà vệ sinh,\nmua 12 bộ bàn ghế"


def test_a_sieve_of_pieces_stops_texts_with_such_a_piece():
    sieve = Sieve(lambda piece: piece.startswith("vệ"))
    assert sieve.stops(TEXT)
    assert not sieve.stops("Sửa chữa cầu thang")
    assert not sieve.stops("")


def test_a_sieve_made_later_looks_at_texts_that_were_seen_already():
    assert not Sieve(lambda piece: piece == "chỗ").stops(TEXT)
    assert Sieve(lambda piece: piece == "bàn").stops(TEXT)


def test_a_sieve_of_texts_looks_only_where_the_one_before_it_stops():
    seen: list[str] = []

    def find(text: str) -> bool:
        seen.append(text)
        return "mua 12" in text

    sieve = Sieve.of_texts(find, within=Sieve(str.isdigit))
    assert [sieve.stops(text) for text in (TEXT, "mua bàn ghế", "đủ 12 bộ", TEXT)] == [True, False, False, True]
    assert seen == [TEXT, "đủ 12 bộ"]


def test_words_gathered_by_their_first_letter_are_found_as_they_were():
    words = ["xây dựng mới", "sửa chữa", "xây dựng", "sửa", "xây", "mua"]
    plain, gathered = (re.compile(pattern) for pattern in (rf"(?<!\w)(?:{'|'.join(words)})", one_beginning(words)))
    text = "xây dựng mới, xây dựng; mua, tumua, xây, sửa chữa, sửa"
    found = [match.span() for match in plain.finditer(text)]
    assert found == [match.span() for match in gathered.finditer(text)]
    assert len(found) == 6
    assert [match[0] for match in re.finditer(one_of(words), "tumua sửa chữa")] == ["mua", "sửa chữa"]
