"""Pages are sent compressed, and their sizes tell nothing of what is in them."""

import gzip

import pytest

pytestmark = pytest.mark.django_db


def test_a_page_is_the_same_compressed_and_much_smaller(client):
    plain = client.get("/dang-nhap/")
    answer = client.get("/dang-nhap/", headers={"Accept-Encoding": "br, gzip"})
    assert not plain.has_header("Content-Encoding")
    assert answer["Content-Encoding"] == "gzip"
    assert answer["Content-Length"] == str(len(answer.content))
    assert len(gzip.decompress(answer.content)) == len(plain.content) > 2 * len(answer.content)
    assert "Accept-Encoding" in plain["Vary"] and "Accept-Encoding" in answer["Vary"]


def test_the_size_of_the_same_page_is_never_quite_the_same(client):
    def size() -> int:
        return len(client.get("/dang-nhap/", headers={"Accept-Encoding": "gzip"}).content)

    assert len({size() for _ in range(20)}) > 5
