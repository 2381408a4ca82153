"""What a rule is, and how a module becomes one.

A rule is one file. Its name is the rule's id (`rules/long_sentence.py` is `long-sentence`), its
docstring is its documentation, and it holds:

- `SEVERITY`: how much its findings matter, unless the settings say otherwise;
- `NEEDS`: what the language layer must know for it to work (`Need.PARSE`, say);
- `WANTS` (may be left out): what it also uses if it is there;
- `Options`: a frozen dataclass with a default for every field; each field has a docstring-like
  `help` in its metadata, given by `option()`;
- `PROFILES` (may be left out): for a profile, the options (and `severity`) that differ there. In a
  profile of one standard, such as `wcag`, only the rules that name it run: `"wcag": {}` will do;
- `GIVES_WAY` (may be left out): the ids of rules that say enough of a word: if one of them reports
  the last word of a finding, the finding is left out, unless plainspeak can mend it;
- `SCOPE` (may be left out): `"block"` if what it finds in a block depends on nothing but that block
  (its words, kind, level and markup, and the glossary terms and accepted words in it) and on the
  settings. It then looks at the new blocks of a document only; what it found in the others before
  is taken again. So it may name no lines, and may not look at what comes before or after, nor
  keep count. Without `SCOPE` a rule looks at the whole document each time;
- `check(text, options, tools)`: yields findings, each with a span of the document's prose.

A rule that compares the documents of a check with each other also holds (may be left out):

- `note(text, options, tools)`: yields notes, the little that it must know of a document later;
- `compare(notes, options)`: gets the notes of every document, and yields further findings, each
  with the number of the document it belongs to. `Note.finding` makes them.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from plainspeak.errors import PluginError
from plainspeak.language.analysis import Need, Text
from plainspeak.model import Document, Finding, Note, Severity, Span

if TYPE_CHECKING:
    from plainspeak.glossary.matching import Hit
    from plainspeak.readability import DocumentScores

__all__ = ["BUILT_IN_PROFILES", "Need", "Rule", "Tools", "check_finding", "option"]

BUILT_IN_PROFILES = ("plain", "health", "easy-read", "technical", "wcag")

STANDARDS = frozenset({"wcag"})
"""Profiles of one standard: a rule is off there unless its `PROFILES` names it."""

OFF = "off"

T = TypeVar("T")


class Tools(Protocol):
    """What the engine lends to rules besides the text."""

    @property
    def profile(self) -> str:
        """The built-in profile in force."""
        ...

    def runs(self, rule: str) -> bool:
        """Whether another rule is on in this check, so that it need not be said twice."""
        ...

    def options(self, rule: str) -> Any:
        """The options of another rule, on or off, as the settings have them."""
        ...

    def hits(self, text: Text) -> tuple[Hit, ...]:
        """The glossary terms in the text, in order, longest match first where they overlap."""
        ...

    def accepted(self, text: Text) -> tuple[Span, ...]:
        """Where words stand that the user accepts; no rule on words flags them."""
        ...

    def is_listed(self, words: str) -> bool:
        """Whether the words are a form of a term of the glossaries, in any profile."""
        ...

    def scores(self, text: Text) -> DocumentScores:
        """The readability of the text."""
        ...


def option(default: T, help: str, *, least: float | None = None, most: float | None = None) -> T:
    """A field of a rule's `Options`.

    Args:
        default: its value, unless a profile or the settings say otherwise.
        help: a line for `plainspeak explain` and the docs.
        least: for a number, the least it can be set to.
        most: for a number, the most it can be set to.
    """
    metadata = {"help": help, "least": least, "most": most}
    field: T = dataclasses.field(default=default, metadata=metadata)
    return field


@dataclass(frozen=True)
class Rule:
    """A rule as the engine uses it."""

    id: str
    module: ModuleType
    severity: Severity
    needs: Need
    wants: Need
    profiles: Mapping[str, Mapping[str, Any]]
    gives_way: frozenset[str] = frozenset()

    @classmethod
    def from_module(cls, module: ModuleType, name: str | None = None) -> Rule:
        """Make a rule of a module.

        Args:
            module: the module, as described at the top of this file.
            name: the rule's id; made from the module's name if left out.

        Raises:
            PluginError: the module lacks something a rule must have.
        """
        rule_id = name or module.__name__.rpartition(".")[2].replace("_", "-")
        for needed in ("SEVERITY", "NEEDS", "Options", "check"):
            if not hasattr(module, needed):
                raise PluginError(f"rule {rule_id} ({module.__name__}) has no {needed}")
        if hasattr(module, "note") != hasattr(module, "compare"):
            raise PluginError(
                f"rule {rule_id} ({module.__name__}) has only one of note and compare"
            )
        if getattr(module, "SCOPE", "block") != "block":
            raise PluginError(
                f"rule {rule_id} ({module.__name__}) has the SCOPE {module.SCOPE!r}; "
                "it can only be “block”, or left out"
            )
        if not (module.__doc__ or "").strip():
            raise PluginError(f"rule {rule_id} ({module.__name__}) has no documentation")
        return cls(
            rule_id,
            module,
            module.SEVERITY,
            module.NEEDS,
            getattr(module, "WANTS", Need(0)),
            getattr(module, "PROFILES", {}),
            frozenset(getattr(module, "GIVES_WAY", ())),
        )

    @property
    def documentation(self) -> str:
        """The module's docstring: Markdown, with the title on the first line."""
        return inspect.cleandoc(self.module.__doc__ or "")

    @property
    def title(self) -> str:
        """The first line of the documentation, without its full stop."""
        return self.documentation.splitlines()[0].rstrip(".")

    def option_fields(self) -> tuple[dataclasses.Field[Any], ...]:
        """The fields of the rule's options."""
        return dataclasses.fields(self.module.Options)

    def severity_in(self, profile: str) -> Severity | None:
        """The rule's severity in a built-in profile; `None` if it is off there."""
        if profile in STANDARDS and profile not in self.profiles:
            return None
        value = self.profiles.get(profile, {}).get("severity", self.severity)
        return None if value == OFF else Severity(value)

    def options_in(self, profile: str, changes: Mapping[str, Any] | None = None) -> Any:
        """The rule's options: the defaults, then the profile's, then the user's `changes`."""
        values = {**self.profiles.get(profile, {}), **(changes or {})}
        values.pop("severity", None)
        return self.module.Options(**values)

    def check(self, text: Text, options: Any, tools: Tools) -> Iterator[Finding]:
        """The findings of the rule in one document."""
        findings: Iterator[Finding] = self.module.check(text, options, tools)
        return findings

    @property
    def by_block(self) -> bool:
        """Whether what the rule finds in a block depends on that block only: see `SCOPE` above."""
        return getattr(self.module, "SCOPE", None) == "block"

    @property
    def compares(self) -> bool:
        """Whether the rule compares the documents of a check with each other."""
        return hasattr(self.module, "compare")

    def note(self, text: Text, options: Any, tools: Tools) -> Iterator[Note]:
        """What the rule keeps of one document; nothing, if it does not compare documents."""
        notes: Iterator[Note] = iter(())
        if self.compares:
            notes = self.module.note(text, options, tools)
        return notes

    def compare(
        self, notes: Sequence[Sequence[Note]], options: Any
    ) -> Iterator[tuple[int, Finding]]:
        """The findings that only show when documents are compared.

        Args:
            notes: for each document, in order, what the rule kept of it.
            options: the rule's options.

        Returns:
            Findings, each with the number of its document, from 0.
        """
        findings: Iterator[tuple[int, Finding]] = self.module.compare(notes, options)
        return findings


def check_finding(finding: object, document: Document) -> None:
    """Refuse what no report could show: a rule from elsewhere may yield anything.

    Raises:
        PluginError: it is no finding, has no message, or lies outside the document's prose.
    """
    if not isinstance(finding, Finding):
        raise PluginError(f"it yields {type(finding).__name__} where a Finding should be")
    if not isinstance(finding.message, str) or not isinstance(finding.span, Span):
        raise PluginError("it yields a finding without a message or without a span")
    if not isinstance(finding.severity, Severity | None):
        raise PluginError(f"it yields the severity {finding.severity!r}, which is none")
    words = finding.suggestions
    if not isinstance(words, tuple) or not all(isinstance(each, str) for each in words):
        raise PluginError("it yields suggestions that are not words in a tuple")
    if finding.span.end > len(document.prose):
        raise PluginError(
            f"it yields a finding at {finding.span.end} of {len(document.prose)} characters"
        )
