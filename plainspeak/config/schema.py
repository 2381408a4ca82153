"""What a settings file may say, checked with pydantic."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

__all__ = ["ProfileTable", "RuleTable", "SettingsTable"]


def _off(value: Any) -> Any:
    """YAML reads the bare word `off` as false."""
    return "off" if value is False else value


def _rule(value: Any) -> Any:
    """`passive-voice: off` is short for `passive-voice: {severity: off}`."""
    value = _off(value)
    return {"severity": value} if isinstance(value, str) else value


def _term(value: Any) -> Any:
    value = _off(value)
    if value == "off":
        return None
    if not isinstance(value, dict):
        raise ValueError("write “off” to silence this term, or the fields to change")
    return value


class RuleTable(BaseModel):
    """One rule's settings; what its options may be is for the rule to say."""

    model_config = ConfigDict(extra="allow")

    severity: Annotated[Literal["off", "suggestion", "warning", "error"], BeforeValidator(_off)] = (
        "warning"
    )
    """Counts only if it is given: without it, the rule has its own."""


Rules = dict[str, Annotated[RuleTable, BeforeValidator(_rule)]]


class ProfileTable(BaseModel):
    """A profile that the user has made."""

    model_config = ConfigDict(extra="forbid")

    extends: Annotated[str, Field(min_length=1)] = "plain"
    rules: Rules = {}


class SettingsTable(BaseModel):
    """The whole of `plainspeak.yml`, or of `[tool.plainspeak]`."""

    model_config = ConfigDict(extra="forbid")

    profile: Annotated[str, Field(min_length=1)] = "plain"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    glossaries: tuple[str, ...] = ()
    model: Annotated[str, Field(min_length=1)] | None = None
    fail_on: Literal["error", "warning", "suggestion", "never"] = "warning"
    exclude: tuple[str, ...] = ()
    rules: Rules = {}
    profiles: dict[str, ProfileTable] = {}
    accept: tuple[str, ...] = ()
    terms: dict[str, Annotated[dict[str, Any] | None, BeforeValidator(_term)]] = {}
