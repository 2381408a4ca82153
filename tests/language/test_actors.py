from plainspeak.language import pipeline
from plainspeak.language.actors import is_actor, likely_actors
from plainspeak.language.analysis import Need


def actors(document, *blocks):
    needs = Need.SENTENCES | Need.TAGS | Need.PARSE
    (text,) = pipeline.load().analyse([document(*blocks)], needs)
    return [actor.words for actor in likely_actors(text)]


def test_who_acts_most_comes_first_and_commands_speak_to_you(document):
    assert actors(
        document,
        "We run the hall. We pay the bills. We clean the rooms. The council wants a new hall.",
        "Send us the form. Tell us your name. The form was signed by a nurse. The sun heats it.",
    ) == ["we", "you", "the council"]


def test_forms_of_a_word_are_one_actor(document):
    assert actors(document, "Carers fill in forms. A carer signs them. Carers send them.") == [
        "carers"
    ]


def test_things_count_only_if_nobody_else_acts(document):
    things = "The system sent a letter. The system deleted it. The system failed."
    assert actors(document, things) == ["the system"]
    assert actors(document, things, "You can read the letter.") == ["you"]
    assert actors(document, "The system sends a letter.") == []


def test_people_bodies_names_and_things():
    doc = pipeline.load().nlp("Care workers, the council, Ann, everyone and a table came.")
    seen = {token.text for token in doc if token.pos_ in ("NOUN", "PROPN", "PRON")}
    assert {token.text for token in doc if token.text in seen and is_actor(token)} >= {
        "workers",
        "council",
        "everyone",
    }
    assert not any(is_actor(token) for token in doc if token.text == "table")
