"""Asking the writer about each change: `plainspeak fix --interactive`."""

from __future__ import annotations

import os
from dataclasses import replace

import click

from plainspeak.cli.terminal import ask
from plainspeak.model import Document, Edit, Proposal, Safety
from plainspeak.output import colour
from plainspeak.reporters.text import clean

__all__ = ["Asker"]

ANSWERS = {
    "y": "yes, change it",
    "n": "no, leave it",
    "e": "edit: write it in your own words",
    "a": "all: yes to this and to every safe change that is left",
    "q": "quit: leave this and all that is left; what you said yes to is done",
}


class Asker:
    """Asks about one proposal after the other, and remembers “all” and “quit”."""

    def __init__(self, all_means_unsafe: bool = False) -> None:
        """Start with no answer given.

        Args:
            all_means_unsafe: whether “all” says yes to unsafe changes too.
        """
        self._all_means_unsafe = all_means_unsafe
        self._all = False
        self._path: str | None = None
        self.stopped = False
        """Whether the writer wants to leave all the rest."""

    def decide(self, proposal: Proposal, document: Document) -> Proposal | None:
        """The proposal as the writer wants it; `None` to leave the sentence as it is.

        Raises:
            Stop: the writer wants to leave all the rest.
        """
        from plainspeak.fixing import Stop

        if self.stopped:
            raise Stop
        if self._all and (self._all_means_unsafe or proposal.safety is Safety.SAFE):
            return proposal
        self._show(proposal, document)
        answer = _answer()
        if answer == "q":
            self.stopped = True
            raise Stop
        if answer == "e":
            return _in_own_words(proposal, document)
        self._all |= answer == "a"
        return None if answer == "n" else proposal

    def _show(self, proposal: Proposal, document: Document) -> None:
        if document.path != self._path:
            self._path = document.path
            click.echo(f"\n{clean(document.path or 'text')}")
        from plainspeak.rewriting.kinds import questions

        look = ""
        if proposal.safety is Safety.UNSAFE:
            doubts = (f"{doubt[:1].upper()}{doubt[1:]}." for doubt in proposal.doubts)
            look = f" Read it closely. {' '.join((*questions(proposal.kinds), *doubts))}"
        rules = ", ".join(dict.fromkeys(proposal.rules))
        click.echo(f"\nLine {proposal.location.line} [{rules}]{look}")
        for sign, words, shade in (("-", proposal.before, "red"), ("+", proposal.after, "green")):
            line = f"{sign} {clean(words)}"
            click.echo(click.style(line, fg=shade) if colour() else line)


def _answer() -> str:
    """One of `ANSWERS`; Ctrl-C and the end of the input mean “quit”."""
    while True:
        try:
            said = ask("Change it? [y/n/e/a/q, ? for help]", default="y", show_default=False)
        except KeyboardInterrupt:
            click.echo("\nStopped. What you said yes to is done.")
            return "q"
        answer = said.strip().lower()[:1]
        if answer in ANSWERS:
            return answer
        for letter, meaning in ANSWERS.items():
            click.echo(f"  {letter}  {meaning}")


def _in_own_words(proposal: Proposal, document: Document) -> Proposal | None:
    """The sentence as the writer writes it, starting from what was proposed."""
    from plainspeak.fixing import OWN_WORDS, edited

    place = proposal.location
    start = edited(document.source[place.start : place.end], proposal.edits, place.start)
    if os.environ.get("VISUAL") or os.environ.get("EDITOR"):
        written = click.edit(start, extension=".md")
    else:
        click.echo(f"It is proposed as: {clean(start)}")
        written = ask("Your words", default=start, show_default=False)
    if written is None:
        return None
    words = " ".join(written.split())
    if not words or words == document.source[place.start : place.end]:
        return None
    return replace(
        proposal,
        after=words,
        edits=(Edit(proposal.span, words, place),),
        kinds=(OWN_WORDS,),
    )
