import pytest

from benchmarks.sari import sari

BEFORE = "about 95 species are currently accepted ."
REFERENCES = [
    "about 95 species are currently known .",
    "about 95 species are now accepted .",
    "95 species are now accepted .",
]


# The example of the paper's own program, with the figures it prints.
@pytest.mark.parametrize(
    ("after", "score"),
    [
        ("about 95 you now get in .", 26.83),
        ("about 95 species are now agreed .", 58.89),
        ("about 95 species are currently agreed .", 50.71),
    ],
)
def test_like_the_program_of_the_paper(after: str, score: float) -> None:
    assert sari(BEFORE, after, REFERENCES) == pytest.approx(score, abs=0.01)


def test_needs_a_reference() -> None:
    with pytest.raises(ValueError, match="reference"):
        sari(BEFORE, BEFORE, [])


def test_empty_texts_are_no_trouble() -> None:
    assert sari("", "", [""]) == 0
