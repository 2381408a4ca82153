"""`plainspeak glossary`: one file for each of its commands."""

from __future__ import annotations

from plainspeak.cli.lazy import LazyGroup, Told
from plainspeak.cli.options import debug_option, examples, group

__all__ = ["glossary"]


_HERE = "plainspeak.cli.glossary"
_COMMANDS = {
    "add": Told(
        f"{_HERE}.add:add", "Put a term into a glossary of your own, in its place in the alphabet."
    ),
    "check": Told(f"{_HERE}.check:check", "Look for mistakes in glossaries."),
    "diff": Told(f"{_HERE}.diff:diff", "Show which terms differ between two glossaries."),
    "export": Told(
        f"{_HERE}.export:export", "Make an A to Z of glossaries that you can publish, or a table."
    ),
    "import": Told(
        f"{_HERE}.import_table:import_table",
        "Make a glossary from a table (CSV), such as a spreadsheet program saves.",
    ),
    "list": Told(f"{_HERE}.list:list_glossaries", "List the glossaries, or the terms of one."),
    "mine": Told(f"{_HERE}.mine:mine", "Find jargon in documents that no glossary has."),
    "show": Told(f"{_HERE}.show:show", "Show the entry of a term."),
    "test": Told(f"{_HERE}.test:test", "Try the examples of glossaries."),
}


@group(
    cls=LazyGroup,
    told=_COMMANDS,
    epilog=examples(
        "plainspeak glossary list                    see which glossaries there are",
        "plainspeak glossary show reciprocity        see all about a term",
        "plainspeak glossary add respite             put a term into your own glossary",
        "plainspeak glossary check our-words.yml     look for mistakes in it",
        "plainspeak glossary mine docs/              find jargon that no glossary has",
    ),
)
@debug_option
def glossary() -> None:
    """Look at glossaries, and write your own."""
