"""`plainspeak glossary add`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from plainspeak.cli.glossary.output import written
from plainspeak.cli.options import command, debug_option, examples
from plainspeak.cli.terminal import ask, say
from plainspeak.errors import GlossaryError, UsageError

__all__ = ["add"]

TREATMENTS = ("replace", "explain", "avoid")
PARTS = ("noun", "verb", "adjective", "adverb")


@command(
    epilog=examples(
        "plainspeak glossary add signpost      asks for what it needs",
        "plainspeak glossary add signpost --treatment replace --pos verb "
        "--alternative point --flag 'We signpost people.'",
    ),
)
@click.argument("words", metavar="TERM", nargs=-1, required=True)
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("our-words.yml"),
    show_default=True,
    metavar="FILE",
    help="The glossary to add to. It is made if it is not there.",
)
@click.option("--treatment", type=click.Choice(TREATMENTS), help="What to do with the term.")
@click.option("--pos", type=click.Choice(PARTS), multiple=True, help="Its part of speech.")
@click.option(
    "--alternative",
    "alternatives",
    metavar="WORDS",
    multiple=True,
    help="What to write instead. May be given more than once.",
)
@click.option("--explanation", metavar="TEXT", help="What it means, in one sentence.")
@click.option("--why", metavar="TEXT", help="Why to avoid it.")
@click.option("--advice", metavar="TEXT", help="What to do, where no word can take its place.")
@click.option("--flag", metavar="SENTENCE", multiple=True, help="A sentence it must be found in.")
@click.option("--fine", metavar="SENTENCE", multiple=True, help="A sentence where it is fine.")
@debug_option
def add(
    words: tuple[str, ...],
    file: Path,
    treatment: str | None,
    pos: tuple[str, ...],
    alternatives: tuple[str, ...],
    explanation: str | None,
    why: str | None,
    advice: str | None,
    flag: tuple[str, ...],
    fine: tuple[str, ...],
) -> None:
    """Put a term into a glossary of your own, in its place in the alphabet.

    The rest of the file stays as it is. In a terminal, plainspeak asks for what you leave out.
    """
    from plainspeak.curation.editing import name_from, new_file, with_entry
    from plainspeak.glossary.loading import parse

    term = " ".join(words)
    asks = sys.stdin.isatty()
    if treatment is None:
        treatment = _ask(asks, "Replace it, explain it or avoid it", "--treatment", TREATMENTS)
    if treatment == "explain":
        question = "What does it mean, in one sentence"
        explanation = (explanation or _ask(asks, question, "--explanation")).strip()
        if explanation and explanation[-1] not in ".!?":
            explanation += "."
    elif not alternatives and not advice:
        said = _ask(asks, "What to write instead (with commas between)", "--alternative")
        alternatives = tuple(part.strip() for part in said.split(",") if part.strip())
    if treatment == "avoid" and not why and asks:
        why = _maybe("Why should people avoid it (empty for nothing)")
    if not pos and asks:
        said = _maybe(f"Is it a {', '.join(PARTS)} (empty if you are not sure)", ("", *PARTS))
        pos = (said,) if said else ()
    if not flag and asks:
        said = _maybe("A sentence in which it must be found (empty for none)")
        flag = (said,) if said else ()
    fields: dict[str, Any] = {
        "term": term,
        "treatment": treatment,
        "pos": list(pos),
        "alternatives": list(alternatives),
        "explanation": explanation or "",
        "why": why or "",
        "advice": advice or "",
        "examples": {"flag": list(flag), "fine": list(fine)},
    }
    if file.is_file():
        made = with_entry(_text_of(file), fields, str(file))
    else:
        made = new_file(name_from(file), "Words of our own.", [fields])
        parse(made, str(file))
    written(made, file)
    _try(made, term, file)


def _text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GlossaryError(f"{file}:1: this file is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None


def _ask(asks: bool, question: str, option: str, choices: tuple[str, ...] = ()) -> str:
    if not asks:
        raise UsageError(f"say {option} too; plainspeak can only ask you in a terminal.")
    kind = click.Choice(choices) if choices else None
    return ask(question, type=kind, err=True)


def _maybe(question: str, choices: tuple[str, ...] = ()) -> str:
    kind = click.Choice(choices) if choices else None
    return ask(
        question, default="", show_default=False, type=kind, show_choices=False, err=True
    ).strip()


def _try(made: str, term: str, file: Path) -> None:
    """Say if the new entry does not do what its examples say."""
    from plainspeak.curation.trials import trials
    from plainspeak.glossary.loading import parse
    from plainspeak.language import pipeline

    glossary = parse(made, str(file))
    only = glossary.model_copy(
        update={"terms": tuple(entry for entry in glossary.terms if entry.term == term)}
    )
    if not any(entry.examples.flag or entry.examples.fine for entry in only.terms):
        say(f"“{term}” has no example yet. Add one, so that you can test it.")
        return
    for trial in trials(only, pipeline.load()):
        if not trial.right:
            said = "does not find it in" if trial.wanted else "finds it in"
            say(f"Careful: plainspeak {said} “{trial.sentence}”.")
