"""What a glossary file may say. The field names are what a content designer types."""

from __future__ import annotations

import difflib
import re
import unicodedata
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from plainspeak.config import PROFILES
from plainspeak.glossary.frames import Frame
from plainspeak.marked_yaml import shown
from plainspeak.wording import either

if TYPE_CHECKING:
    from plainspeak.glossary.forms import Form

__all__ = [
    "GATES",
    "Entry",
    "Examples",
    "Glossary",
    "Place",
    "Pos",
    "Rewrite",
    "Treatment",
    "order_of",
]

MAX_EXPLANATION_WORDS = 25

SLIP = 0.75
"""A name this like that of a profile, from 0 to 1, is taken for a slip."""

SEVERITIES = ("error", "warning", "suggestion")


class Treatment(str, Enum):
    """What to do with a term."""

    REPLACE = "replace"
    """There is a plainer word: write that."""
    EXPLAIN = "explain"
    """Keep the word and explain it where it first appears."""
    AVOID = "avoid"
    """It hurts or labels people: say it another way."""


class Pos(str, Enum):
    """A part of speech, by its everyday name."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"


class Rewrite(str, Enum):
    """How far to trust the first alternative in the term's place."""

    SAFE = "safe"
    """It always means the same and fits, so nobody need look."""
    UNSAFE = "unsafe"
    """It mostly fits; somebody should look."""
    NEVER = "never"
    """It is a hint for the writer, who must put the sentence another way."""


class Place(str, Enum):
    """A place in a document where a term may be fine."""

    HEADING = "heading"
    NAME = "name"
    """Part of a name: `Acute Hospitals Trust`."""
    QUOTATION = "quotation"
    """Inside quotation marks or a block quote: someone else's words."""
    LINK = "link"
    TABLE = "table"


def _as_tuple(value: object) -> object:
    """One word may stand without a list around it."""
    if isinstance(value, list):
        return tuple(value)
    return value if value is None or isinstance(value, dict | tuple) else (value,)


def _one_or_more(item: dict[str, Any]) -> WithJsonSchema:
    """How a JSON Schema says what `_as_tuple` lets people write."""
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


_WORD = {"type": "string", "minLength": 1}
_NAME = {"type": "string", "minLength": 1, "examples": list(PROFILES)}
Words = Annotated[
    tuple[Annotated[str, Field(min_length=1)], ...],
    BeforeValidator(_as_tuple),
    _one_or_more(_WORD),
]
Names = Annotated[tuple[str, ...], BeforeValidator(_as_tuple), _one_or_more(_NAME)]
Parts = Annotated[
    tuple[Pos, ...],
    BeforeValidator(_as_tuple),
    _one_or_more({"type": "string", "enum": [each.value for each in Pos]}),
]
Frames = Annotated[
    tuple[Annotated[str, Field(pattern=r"^\S.* -> \S.*$")], ...],
    BeforeValidator(_as_tuple),
    _one_or_more({"type": "string", "pattern": r"^\S.* -> \S.*$"}),
]
Places = Annotated[
    tuple[Place, ...],
    BeforeValidator(_as_tuple),
    _one_or_more({"type": "string", "enum": [each.value for each in Place]}),
]


class _Strict(BaseModel):
    # Built when an entry is first validated: a compiled glossary needs no validation.
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True
    )


class Examples(_Strict):
    """Sentences that show what an entry does. They are run as tests."""

    flag: Words = ()
    """The term must be found in each of these."""
    fine: Words = ()
    """The term must not be found in any of these."""


class Entry(_Strict):
    """One term and what to do with it."""

    term: str = Field(min_length=2, max_length=80)
    """The word or phrase in its dictionary form, as it stands in the middle of a sentence."""
    treatment: Treatment
    """`replace`, `explain` or `avoid`."""
    rewrite: Rewrite = Rewrite.UNSAFE
    """`safe` if the first alternative always means the same and fits; `never` if none may be put
    in the term's place without a person."""
    alternatives: Words = ()
    """Words to write instead, best first. Each must fit in the term's place in the sentence."""
    frames: Frames = ()
    """Where the words around the term change too: `assist someone in doing -> help someone do`."""
    advice: str = ""
    """What to do, where no single word can take the term's place: `Say who you mean.`"""
    explanation: str = ""
    """One sentence of 25 words or fewer that says what the term means."""
    why: str = ""
    """Why to avoid the term, in one short sentence."""
    pos: Parts = ()
    """Found only as these parts of speech; also says how the term changes its form."""
    variants: Words = ()
    """Other spellings and short forms. Hyphens, plurals and verb forms need no listing."""
    inflect: bool = True
    """False: find the term only exactly as it is written here."""
    case: bool = False
    """True: capitals must match (`AIDS`, not `aids`)."""
    profiles: Names = ()
    """The profiles the entry counts in; none listed means all."""
    not_profiles: Names = ()
    """The profiles the entry does not count in."""
    severity: str = ""
    """Overrides the rule's own severity for this term."""
    not_in: Places = ()
    """Places where the term is fine."""
    before: Words = ()
    """Found only right before one of these words: any form, or NOUN, VERB, NAME, NUMBER …"""
    after: Words = ()
    """Found only right after one of these words."""
    not_before: Words = ()
    """Fine right before one of these words."""
    not_after: Words = ()
    """Fine right after one of these words."""
    needs_near: Words = ()
    """Found only if one of these words is in the same sentence."""
    unless_near: Words = ()
    """Fine if one of these words is in the same sentence."""
    note: str = ""
    """For the people who edit the glossary: why the entry is as it is."""
    examples: Examples = Examples()
    """Sentences to test the entry with."""

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every way the term and its variants may be written; worked out once, as it takes long."""
        from plainspeak.glossary.forms import forms_of

        return forms_of(self)

    @field_validator("term")
    @classmethod
    def _term_is_words(cls, term: str) -> str:
        if not re.search(r"\w", term):
            raise ValueError("must hold at least one letter or digit")
        if len(term.split()) > 8:
            raise ValueError("is too long: a term has at most 8 words")
        return term

    @field_validator("frames")
    @classmethod
    def _frames_can_be_read(cls, frames: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        for frame in frames:
            try:
                Frame.of(frame, info.data.get("term", ""))
            except ValueError as error:
                raise ValueError(f"{shown(frame)} {error}") from None
        return frames

    @field_validator("profiles", "not_profiles")
    @classmethod
    def _profiles_exist(cls, profiles: tuple[str, ...]) -> tuple[str, ...]:
        """A name that is nearly one of ours is a slip; any other may be a profile of the user's."""
        for name in profiles:
            if name in PROFILES or any(ours in name for ours in PROFILES):
                continue
            if meant := difflib.get_close_matches(name, PROFILES, n=1, cutoff=SLIP):
                raise ValueError(
                    f"there is no profile called “{name}”; write {either(PROFILES)}, or the name "
                    f"of one of your own. Did you mean “{meant[0]}”?"
                )
        return profiles

    @field_validator("severity")
    @classmethod
    def _severity_exists(cls, severity: str) -> str:
        if severity not in {"", *SEVERITIES}:
            raise ValueError(f"must be {either(SEVERITIES)}, not {shown(severity)}")
        return severity

    @field_validator("explanation")
    @classmethod
    def _explanation_is_short(cls, explanation: str) -> str:
        count = len(explanation.split())
        if count > MAX_EXPLANATION_WORDS:
            raise ValueError(f"has {count} words; {MAX_EXPLANATION_WORDS} at most")
        if explanation and not explanation.endswith((".", "!", "?")):
            raise ValueError("must be a sentence that ends in a full stop")
        return explanation

    @model_validator(mode="after")
    def _has_what_its_treatment_needs(self) -> Entry:
        if self.treatment is Treatment.EXPLAIN and not self.explanation:
            raise _missing("explanation", "“explain” needs it; say in one sentence what it means")
        if self.treatment is Treatment.REPLACE and not (self.alternatives or self.advice):
            raise _missing("alternatives", "“replace” needs words to write instead, or “advice”")
        if self.treatment is Treatment.AVOID and not (self.alternatives or self.advice):
            raise _missing("alternatives", "“avoid” needs words to write instead, or “advice”")
        return self

    def counts_in(self, profile: str, parents: tuple[str, ...] = ()) -> bool:
        """Whether the entry counts in a profile (or in one of the profiles it extends)."""
        names = {profile, *parents}
        return not names & set(self.not_profiles) and (
            not self.profiles or bool(names & set(self.profiles))
        )


def _missing(field: str, why: str) -> PydanticCustomError:
    """The error for a field that is missing; `marked_yaml` tells it as one of that field."""
    return PydanticCustomError("value_error", "is missing: {why}", {"field": field, "why": why})


def _is_entry(value: object) -> object:
    if not isinstance(value, dict | Entry):
        raise ValueError(
            f"{shown(value)} is not an entry; write “- term: …”, and under it “treatment: …”"
        )
    return value


def order_of(term: str) -> str:
    """What the terms of a file are sorted by: capitals, accents and marks in front do not count."""
    letters = unicodedata.normalize("NFKD", term.casefold())
    return re.sub(r"^\W+", "", "".join(c for c in letters if not unicodedata.combining(c)))


GATES = (
    "profiles",
    "not_profiles",
    "not_in",
    "before",
    "after",
    "not_before",
    "not_after",
    "needs_near",
    "unless_near",
)
"""The fields of an entry that say where it is found; two senses of a term differ in one of them."""


class Glossary(_Strict):
    """A glossary file."""

    name: str
    """Short name, lower case with hyphens: `social-care`."""
    about: str = ""
    """What the glossary is for, in one sentence."""
    extends: Words = ()
    """Other glossary files to use too, from this file's folder. This one counts before them."""
    disable: Words = ()
    """Terms of other glossaries to leave alone."""
    accept: Words = ()
    """Words that no rule about words should find."""
    terms: tuple[Annotated[Entry, BeforeValidator(_is_entry)], ...] = ()
    """The entries, in the order of the alphabet."""

    @model_validator(mode="after")
    def _says_something(self) -> Glossary:
        if not (self.terms or self.extends or self.disable or self.accept):
            raise _missing("terms", "write the entries under it, each starting with “- term: …”")
        return self

    @field_validator("name")
    @classmethod
    def _name_is_short(cls, name: str) -> str:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
            raise ValueError(
                f"must be in small letters, with hyphens for spaces, like “our-words”, not "
                f"{shown(name)}"
            )
        return name
