"""Terms that some documents use much and no glossary has."""

from plainspeak.curation.mining import mine
from plainspeak.readers import read_text

EASY = "We will help you to find a home. You can ring us on any day of the week. "
FIRST = (
    "# Help with moving\n\n"
    "The council has a linen allowance for people who rent. A linen allowance is money that "
    "pays for small repairs. Ask the housing team for it. The linen allowance ends in May. "
    "You may need a trustee. "
) + EASY * 8
SECOND = (
    "A linen allowance can be spent on paint. The QZX will visit you. We asked the QZX about "
    "the linen allowance. We utilise it. We utilise paint. We utilise tools. "
) + EASY * 8
THIRD = "The Quick Zebra Exchange (QZX) is new. The QZX is small. " + EASY * 8
FOURTH = "Ask the QZX for help with your home. " + EASY * 8


def documents(*texts):
    return [read_text(text, "markdown", f"{number}.md") for number, text in enumerate(texts)]


def test_jargon_is_found_with_its_explanation():
    found = {each.term: each for each in mine(documents(FIRST, SECOND, THIRD, FOURTH))}
    phrase = found["linen allowance"]
    assert (phrase.kind, phrase.count, phrase.documents) == ("phrase", 5, 2)
    assert phrase.explanation == "A linen allowance is money that pays for small repairs."
    short = found["QZX"]
    assert (short.kind, short.documents) == ("short form", 2)
    assert short.explanation == "QZX stands for Quick Zebra Exchange."
    # In a glossary, in one document only, or everyday English.
    assert found.keys().isdisjoint({"utilise", "trustee", "home", "day", "week", "moving"})


def test_how_often_and_in_how_many_documents_is_for_the_user_to_say():
    both = documents(FIRST, SECOND)
    assert "linen allowance" not in {each.term for each in mine(both, least=6)}
    alone = {each.term for each in mine(documents(SECOND), least=2)}
    assert "linen allowance" in alone, "with one document, one is enough"
    assert len(mine(both, least=1, spread=1, most=1)) == 1


def test_nothing_to_mine():
    assert mine([]) == []
    assert mine(documents(EASY)) == []
