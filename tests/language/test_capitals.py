import pytest

from plainspeak.language import pipeline
from plainspeak.language.capitals import keeps_capital


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The form was signed.", False),
        ("It was signed.", False),
        ("Letters are signed.", False),
        ("I was told.", True),
        ("GPs are told.", True),
        ("English people are told.", True),
        ("Universal Credit is paid.", True),
        ("NHS England is told.", True),
        ("Parliament was told.", None),
        ("Parliament was told. We like Parliament.", True),
        ("Bath was chosen.", None),
        ("Bath was chosen. We took a bath.", False),
        ("advice was given.", False),
    ],
)
def test_the_first_word_of_a_sentence(text, expected):
    assert keeps_capital(pipeline.load().nlp(text)[0], text) is expected
