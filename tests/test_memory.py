"""A check that remembers says the same as one that does not, and does less."""

from __future__ import annotations

import json
import random
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.errors import PluginError
from plainspeak.language.pipeline import Pipeline
from plainspeak.model import Document, FileReport, Finding, Severity, Span
from plainspeak.registry import ActiveRule, rules
from plainspeak.rewriting import rewriter
from plainspeak.rule import Need, Rule

ROOT = Path(__file__).parent.parent
DOCUMENTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in (*sorted(ROOT.glob("examples/*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
}
BY_BLOCK = frozenset(rule.id for rule in rules().values() if rule.by_block)
CASES = {name: ROOT / "tests/rules" / f"{name.replace('-', '_')}.yml" for name in sorted(BY_BLOCK)}
EVERY_RULE = tuple(rules())

NEW = [
    "It was decided by the committee that applicants shall utilise the form prior to the meeting.",
    "The National Health Service (NHS) is not unhelpful. You cannot go unless the NHS says so.",
    "## What Is The Plan?",
    "## References",
    "- bread, and\n- butter; or\n- jam.",
    "> We utilise **the words of others**.",
    "<!-- plainspeak: ignore-next jargon -->",
    "Reciprocity means that you give and take. See [here](#what-is-the-plan).",
    "They came on 12/03/2024 at 17:30. About 25 per cent of people organize it & five stay.",
]


class Kept:
    """A memory that holds JSON, as one on disk would."""

    def __init__(self) -> None:
        self.texts: dict[str | None, str] = {}

    def recall(self, document: Document) -> Mapping[str, Any] | None:
        text = self.texts.get(document.path)
        return None if text is None else json.loads(text)

    def keep(self, document: Document, known: Mapping[str, Any]) -> None:
        self.texts[document.path] = json.dumps(known)


@dataclass
class Work:
    """What the language model had to read."""

    blocks: int = 0
    drafts: int = 0


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    done = Work()
    run, examine = Pipeline._run, rewriter.examine

    def counted_run(self: Any, batch: Any, *rest: Any) -> None:
        done.blocks += len(batch.docs)
        run(self, batch, *rest)

    def counted_examine(case: Any) -> Any:
        done.drafts += 1
        return examine(case)

    monkeypatch.setattr(Pipeline, "_run", counted_run)
    monkeypatch.setattr(rewriter, "examine", counted_examine)
    return done


def edited(text: str, rng: random.Random) -> str:
    """The text with a part of it taken out, put in, moved, doubled or changed."""
    parts = text.split("\n\n")
    at = rng.randrange(len(parts))
    kind = rng.randrange(6)
    if kind == 0 and len(parts) > 1:
        del parts[at]
    elif kind == 1:
        parts.insert(at, rng.choice(NEW))
    elif kind == 2:
        parts.insert(rng.randrange(len(parts)), parts.pop(at))
    elif kind == 3:
        parts.insert(at, parts[at])
    else:
        words = parts[at].split(" ")
        words[rng.randrange(len(words))] = rng.choice(["utilise", "not", "The", "NHS", "12", ""])
        parts[at] = " ".join(words)
    return "\n\n".join(parts)


def same(remembering: Checker, fresh: Checker, text: str, path: str = "plan.md") -> FileReport:
    """The report of a checker with a memory, once it is seen to be that of a fresh one."""
    expected = fresh.check_text(text, path=path)
    found = remembering.check_text(text, path=path)
    assert found == expected
    assert list(found.refused) == list(expected.refused)
    return found


@pytest.mark.parametrize("profile", ["plain", "easy-read"])
def test_edits_give_the_same_report_as_a_fresh_check(profile: str) -> None:
    rng = random.Random(6)
    settings = Settings(profile=profile, accept=("prior to", "plain language"))
    fresh, remembering = Checker(settings), Checker(settings, memory=Kept())
    found = 0
    for name, text in DOCUMENTS.items():
        for _ in range(4):
            found += len(same(remembering, fresh, text, name).proposals)
            text = edited(text, rng)
    assert found > 40


def test_what_is_around_a_block_makes_no_difference_to_what_is_kept() -> None:
    """Every rule is on. Half of its cases are checked; then all of them, each twice, shuffled."""
    rng = random.Random(6)
    settings = Settings(profile="health", select=EVERY_RULE)
    memory = Kept()
    fresh, remembering = Checker(settings), Checker(settings, memory=memory)
    seen: set[str] = set()
    for name, path in CASES.items():
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        cases = [*data.get("pass", {}).values(), *data.get("fail", {}).values()]
        texts = [case if isinstance(case, str) else case["text"] for case in cases]
        remembering.check_text("\n\n".join(rng.sample(texts, len(texts) // 2)), path=name)
        assert BY_BLOCK.issubset(json.loads(memory.texts[name])["rules"])
        rng.shuffle(texts)
        report = same(remembering, fresh, "\n\n".join(texts + texts[::-1]), name)
        seen |= {finding.rule for finding in report.findings}
    assert seen >= BY_BLOCK


def test_only_the_changed_block_is_read_again(work: Work) -> None:
    text = DOCUMENTS["co-production.md"]
    checker = Checker(memory=Kept())
    checker.check_text(text)
    assert work.blocks > 50
    assert work.drafts > 10
    work.blocks = work.drafts = 0
    checker.check_text(text)
    assert (work.blocks, work.drafts) == (0, 0)
    checker.check_text(f"# First of all\n\n{text}")
    assert (work.blocks, work.drafts) == (1, 0)
    work.blocks = 0
    sentence = "We utilise it in order to help."
    report = checker.check_text(f"# First of all\n\n{sentence}\n\n{text}")
    # One new block, a draft for each of the two terms, and one of both together.
    assert (work.blocks, work.drafts) == (1 + 3, 3)
    assert report.proposals[0].after == "We use it to help."


def test_places_are_those_of_the_new_text() -> None:
    checker = Checker(memory=Kept())
    checker.check_text("We utilise it.")
    (finding,) = checker.check_text("Hello.\n\n  We utilise it.").findings
    assert finding.location is not None
    assert (finding.location.line, finding.location.column) == (3, 6)
    assert finding.fix is not None
    assert finding.fix.edits[0].location == finding.location


def test_documents_are_kept_apart() -> None:
    memory = Kept()
    checker = Checker(memory=memory)
    checker.check_text("We utilise it.", path="one.md")
    checker.check_text("We ask.", path="two.md")
    assert set(memory.texts) == {"one.md", "two.md"}
    assert len(json.loads(memory.texts["two.md"])["readings"]["blocks"]) == 1


def test_what_is_gone_from_the_document_is_forgotten() -> None:
    memory = Kept()
    checker = Checker(memory=memory)
    checker.check_text("We utilise it.\n\nWe ask.")
    checker.check_text("We ask.")
    kept = json.loads(memory.texts[None])
    assert len(kept["readings"]["blocks"]) == len(kept["blocks"]) == 1
    assert kept["verdicts"] == {}


@dataclass(frozen=True)
class NoOptions:
    """A rule without options."""


def checkers(check: Any, scope: str = "block") -> tuple[Checker, Checker, Kept]:
    """A checker with a memory and one without, each with one more rule, and the memory."""
    module: Any = types.ModuleType("plug.words_of_ours", "Words of ours.")
    module.SEVERITY, module.NEEDS, module.SCOPE = Severity.WARNING, Need.SENTENCES, scope
    module.Options, module.check = NoOptions, check
    active = ActiveRule(Rule.from_module(module), Severity.WARNING, NoOptions())
    memory = Kept()
    pair = Checker(memory=memory), Checker()
    for checker in pair:
        checker.rules = (*checker.rules, active)
    return *pair, memory


def test_a_rule_is_given_the_new_blocks_only() -> None:
    given = []

    def check(text: Any, options: object, tools: Any) -> Iterator[Finding]:
        given.append([block.text for block in text.blocks])
        for hit in tools.hits(text):
            yield Finding(hit.span, f"Not “{hit.text}”.")

    remembering, fresh, _ = checkers(check)
    same(remembering, fresh, "We utilise it.\n\nWe commence.")
    given.clear()
    report = same(remembering, fresh, "We stop.\n\nWe commence.\n\nThey utilise it.")
    assert given == [
        ["We stop.", "We commence.", "They utilise it."],
        ["We stop.", "They utilise it."],
    ]
    ours = [finding.message for finding in report.findings if finding.rule == "words-of-ours"]
    assert ours == ["Not “commence”.", "Not “utilise”."]


def test_a_rule_that_breaks_says_what_it_says_without_a_memory() -> None:
    def check(text: Any, options: object, tools: Any) -> Iterator[Finding]:
        for word in text.words:
            if word.text == "bad":
                raise ValueError("no such thing")
            yield Finding(word.span, "A word.")

    remembering, fresh, memory = checkers(check)
    texts = ("One.\n\nTwo.", "One.\n\nA bad one.\n\nTwo.", "One.\n\nA bad one.\n\nThree.", "One.")
    bugs = [len(same(remembering, fresh, text).bugs) for text in texts]
    assert bugs == [0, 1, 1, 0]
    assert "words-of-ours" in json.loads(memory.texts["plan.md"])["rules"]


@pytest.mark.parametrize("also", [True, False])
def test_what_is_not_in_one_block_is_not_kept(also: bool) -> None:
    def check(text: Any, options: object, tools: Any) -> Iterator[Finding]:
        first, last = text.blocks[0].block.span, text.blocks[-1].block.span
        if also:
            yield Finding(first, "Both.", also=(last,))
        else:
            yield Finding(Span(first.start, last.end), "Both.")

    remembering, fresh, memory = checkers(check)
    same(remembering, fresh, "One.\n\nTwo.")
    same(remembering, fresh, "One.\n\nTwo.\n\nThree.")
    assert "words-of-ours" not in json.loads(memory.texts["plan.md"])["rules"]


def test_there_is_one_scope_to_name() -> None:
    with pytest.raises(PluginError, match=r"has the SCOPE 'sentence'; it can only be “block”"):
        checkers(lambda *_: iter(()), scope="sentence")
