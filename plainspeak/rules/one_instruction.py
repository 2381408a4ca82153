"""One instruction: a sentence tells readers to do several things.

Finds sentences with more than one command: “Fill in the form, sign it and send it to us”. A choice
(“ring us or write to us”) is one thing to do. So are two words for one thing (“read and sign the
form”) and set pairs (“go and see your doctor”).

## Why

Readers do one thing, then come back to the page for the next. If a sentence holds three, they miss
one.

## Source

- W3C, “Making Content Usable for People with Cognitive and Learning Disabilities”: separate each
  instruction.
- ASD-STE100: one instruction in a sentence.
- That two are fine outside easy read and steps is plainspeak’s own number.

## Example

Hard: Fill in the form, sign it on the last page and post it to us.

Better: Fill in the form. Sign it on the last page. Then post it to us.

## When it is wrong

Two things done at the same moment belong together: “Hold the lid down and press the button”. Longer
sentences belong to `long-sentence`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plainspeak.language import cuts, syntax
from plainspeak.language.analysis import UNBROKEN, Sentence, Text
from plainspeak.model import PLACEHOLDER, BlockKind, Finding, Severity
from plainspeak.rule import Need, Tools, option
from plainspeak.rules.tangled_sentence import longest_sentence
from plainspeak.wording import joined

SEVERITY = Severity.SUGGESTION
NEEDS = Need.SENTENCES | Need.TAGS | Need.PARSE
SCOPE = "block"

PROFILES = {
    "health": {"max_in_steps": 1},
    "easy-read": {
        "max_instructions": 1,
        "max_in_steps": 1,
        "severity": "warning",
    },
}

_LIGHT = """
    assume come consider feel find go imagine learn look note read remember say see sit stop suppose
    think try wait
"""
LIGHT = frozenset(_LIGHT.split())
"""Commands that with another make one thing to do: “go and see”, “read on and find out”."""


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    max_instructions: int = option(2, "the most instructions in a sentence", least=1)
    max_in_steps: int = option(2, "the most instructions in a sentence of a list", least=1)


def check(text: Text, options: Options, tools: Tools) -> Iterator[Finding]:
    """A finding for each sentence with too many instructions."""
    longest = longest_sentence(tools)
    for sentence in text.sentences:
        if sentence.block.kind in UNBROKEN or sentence.block.block.quoted:
            continue
        if len(sentence.words) > longest:
            continue
        in_steps = sentence.block.kind is BlockKind.LIST_ITEM
        # “You can: - ring us and ask”: it hangs on the line above the list.
        if in_steps and sentence.tokens[0].text[0].islower():
            continue
        most = options.max_in_steps if in_steps else options.max_instructions
        found = _instructions(sentence)
        if len(found) <= most:
            continue
        verbs = [f"“{clause.head.text.lower()}”" for clause in found]
        message = (
            f"This tells readers to do {len(found)} things: {joined(verbs)}. "
            "Give each its own sentence, or make them steps in a list."
        )
        yield Finding(sentence.span, message, suggestions=_rewrites(text, sentence, found))


def _instructions(sentence: Sentence) -> list[syntax.Clause]:
    """The commands of a sentence that are separate things to do, in order."""
    commands = syntax.commands(sentence)
    # “To reply, use …”: parsers take the verb after “to” for a command, or miss the real one.
    opens_with_aim = sentence.tokens[0].lower_ == "to"
    if not commands or opens_with_aim or syntax.is_negated(commands[0].head):
        return []
    found = [commands[0]]
    for before, command in pairwise(commands):
        between = command.head.doc[before.head.i + 1 : command.span[0].i]
        if any(token.lower_ == "or" for token in between[-2:]):
            continue
        if {before.head.lemma_.lower(), command.head.lemma_.lower()} & LIGHT:
            continue
        if all(token.is_punct or token.lower_ in ("and", "then") for token in between):
            continue
        # “Use it to check and sign the form”: who can tell what “sign” is joined to?
        if any(token.tag_ == "TO" for token in between) or between[-3:-2].text.lower() == "to":
            continue
        found.append(command)
    return found


def _rewrites(text: Text, sentence: Sentence, found: list[syntax.Clause]) -> tuple[str, ...]:
    """Each instruction in a sentence of its own, if nothing but “and” and capitals need change."""
    opening = sentence.tokens[0].i
    opens = all(
        token.is_punct or token.lower_ == "please"
        for token in sentence.tokens.doc[opening : found[0].head.i]
    )
    joined = all(clause.span[0].nbor(-1).lower_ in ("and", ",", ";") for clause in found[1:])
    if not opens or not joined or PLACEHOLDER in text.document.text_of(sentence.span):
        return ()
    places = [clause.span[0] for clause in found[1:]]
    return (cuts.cut(sentence, text.document.prose, places),)
