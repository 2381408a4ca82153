from __future__ import annotations

import pickle
import types
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import plainspeak
from plainspeak import readability, readers, reporters
from plainspeak.config import Settings
from plainspeak.engine import Checker
from plainspeak.errors import PluginError
from plainspeak.language.analysis import Text
from plainspeak.model import Document, Finding, Note, Report, Severity
from plainspeak.registry import ActiveRule
from plainspeak.rewriting.kinds import in_place
from plainspeak.rule import Need, Rule


def test_places_are_exact_through_markup(tmp_path: Path) -> None:
    source = "\ufeff# Plan\r\n\r\n> Tea &amp; cake: we **uti\u200blise** nothing.\r\n> 😀 We *utilise* the\r\n> hall.\r\n"
    path = tmp_path / "plan.md"
    path.write_bytes(source.encode())
    report = plainspeak.check(path, select=["jargon"])
    (finding,) = report.findings
    assert finding.location is not None
    assert (finding.location.line, finding.location.column) == (4, 9)
    assert (finding.location.end_line, finding.location.end_column) == (4, 16)
    assert source[1:][finding.location.start : finding.location.end] == "utilise"


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    good.write_text("We utilise it.", encoding="utf-8")
    bad = tmp_path / "bad.md"
    bad.write_bytes(b"caf\xe9")
    missing = tmp_path / "missing.md"
    report = plainspeak.check([bad, good, missing, good])
    assert [Path(file.path).name for file in report.files] == [
        "bad.md",
        "good.md",
        "missing.md",
        "good.md",
    ]
    assert [len(file.errors) for file in report.files] == [1, 0, 1, 0]
    assert "a letter or sign in line 1" in report.files[0].errors[0]
    assert [len(file.findings) for file in report.files] == [0, 1, 0, 1]


def test_only_bad_files(tmp_path: Path) -> None:
    report = plainspeak.check([tmp_path / "a.md", tmp_path / "b.md"])
    assert len(report.errors) == 2


def test_order_of_many_files(tmp_path: Path) -> None:
    paths = []
    for number in range(60):
        path = tmp_path / f"{number:02}.md"
        path.write_text(f"We utilise number {number}.\n\n" * (number % 7), encoding="utf-8")
        paths.append(path)
    report = plainspeak.check(paths, select=["jargon"])
    assert [file.path for file in report.files] == [str(path) for path in paths]
    assert [len(file.findings) for file in report.files] == [number % 7 for number in range(60)]


def test_a_rule_that_breaks_is_named_and_the_others_go_on() -> None:
    module: Any = types.ModuleType("plug.broken_rule", "Broken rule.")

    @dataclass(frozen=True)
    class Options:
        pass

    def check(text: object, options: object, tools: object) -> list[object]:
        raise ValueError("no such thing")

    module.SEVERITY, module.NEEDS, module.Options, module.check = (
        Severity.WARNING,
        Need.WORDS,
        Options,
        check,
    )
    checker = Checker()
    broken = Rule.from_module(module)
    checker.rules = (ActiveRule(broken, Severity.WARNING, Options()), *checker.rules)
    report = checker.check_text("We utilise it.")
    assert len(report.bugs) == 1
    assert report.bugs[0].startswith("the rule broken-rule broke: ValueError: no such thing")
    assert [finding.text for finding in report.findings] == ["utilise"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The duty was fulfilled.", ["jargon"]),
        ("It was decided to close the hall.", ["jargon"]),
        ("Forms will not normally be accepted unless you ring us.", ["double-negative"]),
        ("The room is currently cleaned.", ["jargon", "passive-voice"]),
        ("The duty was fulfilled by the council.", ["jargon", "passive-voice"]),
    ],
    ids=["a word", "a phrase", "a negative", "another word", "what can be mended"],
)
def test_the_same_words_are_reported_once(text: str, rules: list[str]) -> None:
    chosen = ("passive-voice", "jargon", "double-negative")
    report = Checker(Settings(profile="easy-read", select=chosen)).check_text(text)
    assert sorted(finding.rule for finding in report.findings) == rules
    alone = Checker(Settings(profile="easy-read", select=("passive-voice",))).check_text(text)
    assert [finding.rule for finding in alone.findings] == ["passive-voice"]


def test_project_terms(tmp_path: Path) -> None:
    (tmp_path / "plainspeak.yml").write_text(
        "terms:\n"
        "  utilise: off\n"
        "  reciprocity: {explanation: Reciprocity means we help each other.}\n"
        "  zoomify: {treatment: replace, pos: verb, alternatives: [grow]}\n",
        encoding="utf-8",
    )
    path = tmp_path / "a.md"
    path.write_text("We utilise reciprocity. It zoomified.", encoding="utf-8")
    findings = plainspeak.check(path, select=["jargon"]).findings
    assert [finding.term for finding in findings] == ["reciprocity", "zoomify"]
    assert "we help each other" in findings[0].message


def test_each_file_has_the_settings_nearest_to_it(tmp_path: Path) -> None:
    for folder, settings in (("a", "terms: {utilise: off}"), ("b", "profile: plain")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plainspeak.yml").write_text(settings, encoding="utf-8")
        (tmp_path / folder / "x.md").write_text("We utilise it.", encoding="utf-8")
    report = plainspeak.check([tmp_path / "a" / "x.md", tmp_path / "b" / "x.md"])
    assert [len(file.findings) for file in report.files] == [0, 1]


def test_silencing_an_unknown_term_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "plainspeak.yml").write_text("terms:\n  utilize it: off\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("Hello.", encoding="utf-8")
    with pytest.raises(plainspeak.SettingsError, match=r"yml:2: terms: no glossary has the term"):
        plainspeak.check(tmp_path / "a.md")


def test_own_glossary_wins(tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text(
        "name: ours\nterms:\n  - {term: utilise, treatment: replace, pos: verb, alternatives: put to work}\n",
        encoding="utf-8",
    )
    report = plainspeak.check_text("We utilised it.", glossaries=[tmp_path / "ours.yml"])
    (finding,) = report.findings
    assert finding.glossary == "ours"
    assert finding.suggestions == ("put to work",)


def test_unknown_option() -> None:
    with pytest.raises(
        plainspeak.UsageError, match=r"no option called “profil”. Did you mean “profile”"
    ):
        plainspeak.check_text("Hello.", profil="plain")


def test_a_pipeline_without_a_parser_turns_off_only_what_needs_it(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    checker = Checker(Settings(model=str(tmp_path / "blank")))
    assert len(checker.warnings) == 1
    assert "no parser" in checker.warnings[0]
    names = {active.id for active in checker.rules}
    assert "passive-voice" not in names
    assert {"jargon", "long-sentence", "reading-level", "unexplained-abbreviation"} <= names
    report = checker.check_text("The form was sent. In order to see it, ring the DPIA team.")
    assert [finding.text for finding in report.findings] == ["In order to", "DPIA"]


def comparing_rule(**parts: Any) -> Any:
    """A rule that reports a first word that an earlier document starts with too."""
    module: Any = types.ModuleType("plug.same_start", "Same start: two documents alike.")

    @dataclass(frozen=True)
    class Options:
        pass

    def check(text: Any, options: object, tools: object) -> Iterator[Finding]:
        yield from ()

    def note(text: Any, options: object, tools: object) -> Iterator[Note]:
        if text.words:
            yield Note(text.words[0].span, text.words[0].text.lower())

    def compare(notes: Sequence[Sequence[Note]], options: object) -> Iterator[tuple[int, Finding]]:
        first: dict[str, Note] = {}
        for number, each in enumerate(notes):
            for one in each:
                same = first.setdefault(one.data, one)
                if same is not one:
                    yield number, one.finding(f"{same.path} starts so too.")

    found = {"SEVERITY": Severity.SUGGESTION, "NEEDS": Need.WORDS, "Options": Options}
    found |= {"check": check, "note": note, "compare": compare}
    for name, value in {**found, **parts}.items():
        if value is not None:
            setattr(module, name, value)
    return module


def checker_with(module: Any, name: str | None = None) -> Checker:
    checker = Checker(Settings(select=("jargon",)))
    rule = Rule.from_module(module, name)
    checker.rules = (*checker.rules, ActiveRule(rule, rule.severity, module.Options()))
    return checker


def write(folder: Path, **texts: str) -> list[Path]:
    paths = [folder / f"{name}.md" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_a_rule_can_compare_documents(tmp_path: Path) -> None:
    paths = write(tmp_path, a="Tea is hot.", b="**Milk** it.", c="\n*Tea*: we utilise it.", d="")
    checker = checker_with(comparing_rule())
    report = checker.check([*paths, tmp_path / "none.md"])
    assert [len(file.findings) for file in report.files] == [0, 0, 2, 0, 0]
    first, second = report.files[2].findings
    assert (first.rule, first.severity, first.text) == ("same-start", Severity.SUGGESTION, "Tea")
    assert first.message == f"{paths[0]} starts so too."
    assert first.location is not None
    assert (first.location.line, first.location.column) == (2, 2)
    assert second.rule == "jargon"


def test_documents_are_compared_only_when_all_are_done(tmp_path: Path) -> None:
    paths = write(tmp_path, a="Tea is hot.", b="Tea is cold.")
    checker = checker_with(comparing_rule())
    reports = list(checker.check_files(paths))
    assert [file.findings for file in reports] == [(), ()]
    reports = pickle.loads(pickle.dumps(reports))
    assert [len(file.findings) for file in checker.compare(reports)] == [0, 1]
    assert checker.compare([]) == ()


def test_what_a_comment_turns_off_is_not_compared(tmp_path: Path) -> None:
    off = "<!-- plainspeak: off -->\n\n"
    checker = checker_with(comparing_rule(), "hard-word")  # comments know only rules that exist
    for texts in ({"a": off + "Tea.", "b": "Tea."}, {"a": "Tea.", "b": off + "Tea."}):
        assert checker.check(write(tmp_path, **texts)).findings == ()


def test_a_comparison_that_breaks_is_named_and_the_findings_stay(tmp_path: Path) -> None:
    def compare(notes: object, options: object) -> Iterator[tuple[int, Finding]]:
        raise ValueError("not alike")

    checker = checker_with(comparing_rule(compare=compare))
    report = checker.check(write(tmp_path, a="We utilise it.", b="Tea."))
    (bug,) = report.bugs
    assert bug.startswith("the rule same-start broke: ValueError: not alike (test_engine.py, line")
    assert [finding.text for finding in report.findings] == ["utilise"]


@pytest.mark.parametrize("missing", ["note", "compare"])
def test_a_rule_that_compares_needs_notes_too(missing: str) -> None:
    with pytest.raises(PluginError, match="has only one of note and compare"):
        Rule.from_module(comparing_rule(**{missing: None}))


def test_glossaries_can_name_a_profile_of_your_own(tmp_path: Path) -> None:
    entry = "{term: zoomify, treatment: replace, alternatives: [grow], profiles: [%s]}"
    glossary = tmp_path / "ours.yml"
    own = {"ours": {"extends": "health"}, "others": {"extends": "ours"}}

    def found(named: str, profile: str) -> list[str | None]:
        glossary.write_text(f"name: ours\nterms:\n  - {entry % named}\n", encoding="utf-8")
        report = plainspeak.check_text(
            "Zoomify it.", profile=profile, profiles=own, glossaries=glossary, select="jargon"
        )
        return [finding.term for finding in report.findings]

    assert found("ours", "ours") == ["zoomify"]
    assert found("ours", "others") == ["zoomify"]
    assert found("ours", "health") == []
    assert found("health", "others") == ["zoomify"]
    assert found("others", "ours") == []
    with pytest.raises(
        plainspeak.GlossaryError,
        match=r"ours.yml:3: zoomify: profiles: there is no profile called “other”. Did you mean",
    ):
        found("other", "ours")


FIRST = "Ask the planning inspection team (PIT)."
OTHER = "# PIT\n\nAsk the public information team (PIT) first."


def test_two_meanings_in_two_documents(tmp_path: Path) -> None:
    reciprocity = "Reciprocity means giving something and getting something back."
    trust = "Reciprocity is the trust that grows among neighbours."
    paths = write(tmp_path, a=FIRST, b="PIT is fun.", c=OTHER + "\n\n" + reciprocity, d=OTHER)
    paths += write(tmp_path, e=reciprocity, f=trust, g=trust)
    report = plainspeak.check(paths, select=["consistent-terms"])
    # Each term once, in the first document that says something else.
    assert [len(file.findings) for file in report.files] == [0, 0, 1, 0, 0, 1, 0]
    team, neighbours = report.findings
    assert team.text == "public information team"
    assert team.location is not None
    assert team.location.line == 3
    assert f"but for “planning inspection team” in {paths[0]}, line 1." in team.message
    assert neighbours.text == "the trust that grows among neighbours"
    assert neighbours.severity is Severity.SUGGESTION
    assert f"in {paths[2]}, line 5 (“giving something" in neighbours.message


def test_a_document_that_gives_both_meanings_is_reported_in_itself_alone(tmp_path: Path) -> None:
    both = FIRST + "\n\n" + OTHER
    for texts in ({"a": FIRST, "b": both}, {"a": both, "b": OTHER}):
        report = plainspeak.check(write(tmp_path, **texts), select=["consistent-terms"])
        (finding,) = report.findings
        assert finding.message.startswith("“PIT” is short for these words here")
        assert "in line 1" in finding.message


def test_documents_with_other_settings_are_not_compared(tmp_path: Path) -> None:
    for name, text in (("a", FIRST), ("b", OTHER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plainspeak.yml").write_text("select: [consistent-terms]\n")
        write(tmp_path / name, x=text, y="Tea.")
    a, b = tmp_path / "a", tmp_path / "b"
    report = plainspeak.check([a / "x.md", b / "y.md", a / "y.md", b / "x.md"])
    assert report.findings == ()
    (a / "y.md").write_text(OTHER)
    report = plainspeak.check([a / "x.md", b / "y.md", a / "y.md", b / "x.md"])
    assert [len(file.findings) for file in report.files] == [0, 0, 1, 0]


def test_a_rewrite_that_breaks_is_named_and_the_findings_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(finding: object, scene: object) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr(in_place, "drafts", broken)
    report = Checker(Settings(select=("number-words",))).check_text("Please send two forms.")
    assert [finding.text for finding in report.findings] == ["two"]
    assert report.findings[0].fix is None
    assert report.proposals == ()
    (bug,) = report.bugs
    assert bug.startswith("rewriting broke: ValueError: no such thing")


def test_documents_that_are_worked_on_together_get_the_reports_they_get_alone() -> None:
    sources = [
        "We utilise this room. The form was sent by the clerk prior to the meeting.",
        "",
        "A decision was made by the team, and they will commence it.",
        "We met.",
    ]
    checker = Checker()
    alone = [checker.check_text(source) for source in sources]
    documents = [readers.read_text(source, "markdown") for source in sources]
    together = list(checker.check_documents(documents))
    assert together == alone
    assert sum(finding.fix is not None for report in together for finding in report.findings) > 3


def test_new_sentences_that_cannot_be_read_cost_only_the_rewrites() -> None:
    checker = Checker(Settings(select=("jargon",)))

    def broken(documents: object) -> Iterator[Any]:
        raise ValueError("no such thing")
        yield

    checker.analyse = broken  # type: ignore[method-assign, assignment]
    documents = [
        readers.read_text(source, "text") for source in ("We utilise it.", "We met.", "Utilise it.")
    ]
    first, second, third = checker.check_documents(documents)
    assert [finding.text for finding in first.findings] == ["utilise"]
    assert [finding.fix for finding in first.findings] == [None]
    (bug,) = first.bugs
    assert bug.startswith("rewriting broke: ValueError: no such thing")
    assert not second.bugs
    assert [finding.fix for finding in third.findings] == [None]
    assert third.bugs[0].startswith("rewriting broke: ")


def test_a_new_sentence_that_cannot_be_read_costs_no_other_document_its_rewrites() -> None:
    checker = Checker(Settings(select=("jargon",)))
    whole = checker.analyse

    def broken(documents: Iterable[Document]) -> Iterator[Text]:
        for document in documents:
            if "cakes" in document.prose:
                raise ValueError("no such thing")
            yield from whole([document])

    checker.analyse = broken  # type: ignore[method-assign]
    sources = ("We utilise tea.", "We utilise cakes.", "We utilise milk.")
    reports = list(checker.check_documents(readers.read_text(each, "text") for each in sources))
    assert [len(report.proposals) for report in reports] == [1, 0, 1]
    assert [len(report.bugs) for report in reports] == [0, 1, 0]
    assert reports[1].bugs[0].startswith("rewriting broke: ValueError: no such thing")


def test_scores_that_break_are_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    score = readability.score

    def broken(text: Text) -> readability.DocumentScores:
        if "cakes" in text.document.prose:
            raise ValueError("no such thing")
        return score(text)

    monkeypatch.setattr(readability, "score", broken)
    sources = ("We utilise tea.", "We utilise cakes.", "We utilise milk.")
    reports = list(
        Checker(Settings(select=("jargon",))).check_documents(
            readers.read_text(each, "text") for each in sources
        )
    )
    assert [len(report.findings) for report in reports] == [1, 1, 1]
    assert [len(report.proposals) for report in reports] == [1, 1, 1]
    assert [report.readability is None for report in reports] == [False, True, False]
    assert [len(report.bugs) for report in reports] == [0, 1, 0]
    assert reports[1].bugs[0].startswith("readability broke: ValueError: no such thing")
    for name in reporters.NAMES:
        assert reporters.get(name).report(Report(tuple(reports)))


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ("", 100),
        ("```\n" + "x = 1\n" * 5_000 + "```\n", 9),
        ("We met. " * 2_000, 2),
    ],
    ids=["empty", "code", "prose"],
)
def test_no_more_documents_wait_for_one_another_than_fill_a_group(source: str, held: int) -> None:
    read = 0

    def documents() -> Iterator[Document]:
        nonlocal read
        for _ in range(2 * held):
            read += 1
            yield readers.read_text(source, "markdown")

    checker = Checker(Settings(select=("number-words",)))
    waited = [read for _ in checker.check_documents(documents())]
    assert waited == [held] * held + [2 * held] * held
