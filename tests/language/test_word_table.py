import pytest

from plainspeak.language.word_table import read_columns, write_columns

COLUMNS = {
    "zipf": {"the": 773, "dog": 480, "élan": 210},
    "company": {"dog": -18, "~": 0, "a": 32767, "don't": -32767},
}


@pytest.fixture
def read(tmp_path):
    path = tmp_path / "words.gz"
    write_columns(path, COLUMNS)
    return read_columns(path)


def test_what_is_read_is_what_was_written(read):
    assert {name: dict(column) for name, column in read.items()} == COLUMNS
    assert [len(column) for column in read.values()] == [3, 4]


def test_words_are_in_order(read):
    assert list(read["zipf"]) == ["dog", "the", "élan"]


@pytest.mark.parametrize("word", ["", "do", "dogs", "th", "zz", "~~", "élans", "\ud800", "a"])
def test_a_word_without_a_number(read, word):
    assert word not in read["zipf"]
    assert read["zipf"].get(word) is None
    with pytest.raises(KeyError):
        read["zipf"][word]


def test_a_number_that_does_not_fit(tmp_path):
    with pytest.raises(Exception, match=r"32767|0x7fff"):
        write_columns(tmp_path / "words.gz", {"zipf": {"the": 40_000}})
