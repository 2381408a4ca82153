"""What other packages add may break in any way; it is named, and the rest goes on."""

import sys
import types

import click
import pytest

from plainspeak import engine, readers, registry
from plainspeak.cli import run
from plainspeak.engine import Checker
from plainspeak.errors import PluginError
from plainspeak.model import Document, Finding, Severity, Span
from plainspeak.registry import ActiveRule
from plainspeak.rule import Need, Rule

TEXT = "We utilise it.\n"


def rule_that(does):
    module = types.ModuleType("odd_rule")
    module.__doc__ = "An odd rule"
    module.SEVERITY, module.NEEDS = Severity.WARNING, Need.WORDS
    module.Options = type("Options", (), {})
    module.check = lambda text, options, tools: does(text)
    return ActiveRule(Rule.from_module(module, "odd-rule"), Severity.WARNING, None)


@pytest.fixture(scope="module")
def checker():
    return Checker()


def raising(error):
    def check(text):
        yield Finding(Span(0, 2), "Fine.")
        raise error

    return check


def for_ever(text):
    return for_ever(text)


ODD = {
    "raises": (raising(KeyError("x")), "KeyError: 'x'"),
    "calls exit": (raising(SystemExit(0)), "SystemExit: 0"),
    "raises lines": (raising(ValueError("one\ntwo")), "ValueError: one two"),
    "calls itself": (for_ever, "RecursionError"),
    "runs out of memory": (raising(MemoryError()), "MemoryError"),
    "gives nothing": (lambda text: None, "TypeError"),
    "gives words": (lambda text: ["use"], "it yields str where a Finding should be"),
    "no message": (lambda text: [Finding(Span(0, 2), None)], "without a message"),
    "no span": (lambda text: [Finding(None, "Fine.")], "without a span"),
    "far outside": (
        lambda text: [Finding(Span(0, 10**9), "Fine.")],
        "it yields a finding at 1000000000",
    ),
    "odd severity": (
        lambda text: [Finding(Span(0, 2), "Fine.", severity="bad")],
        "it yields the severity 'bad', which is none",
    ),
    "a list of words": (lambda text: [Finding(Span(0, 2), "Fine.", ["a"])], "words in a tuple"),
    "odd words to use": (lambda text: [Finding(Span(0, 2), "Fine.", (1,))], "are not words"),
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_rule_is_named_and_the_others_go_on(checker, monkeypatch, kind):
    does, says = ODD[kind]
    monkeypatch.setattr(checker, "rules", (rule_that(does), *checker.rules))
    report = checker.check_text(TEXT)
    (bug,) = report.bugs
    assert bug.startswith("the rule odd-rule broke: ")
    assert says in bug
    assert "\n" not in bug
    assert [finding.rule for finding in report.findings if finding.rule != "odd-rule"] == ["jargon"]


def test_the_command_names_it_ends_with_3_and_tells_how_to_report_it(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT)
    real = engine.active_rules
    monkeypatch.setattr(
        engine, "active_rules", lambda settings: (*real(settings), rule_that(ODD["raises"][0]))
    )
    assert run(["check", "a.md"]) == 3
    out, err = capfd.readouterr()
    assert "error       the rule odd-rule broke: KeyError: 'x' (test_plugins.py, line " in out
    assert "“utilise”: Write “use”. [jargon]" in out
    assert err == (
        "Sorry, a part of plainspeak broke; the report says which. The other findings are there. "
        "This is a mistake in plainspeak or in a package that adds to it, not in your text. To "
        "report it, run the same command with --debug and send its developers what it prints.\n"
    )
    assert run(["check", "a.md", "--debug"]) == 3
    err = capfd.readouterr().err
    assert "the rule odd-rule broke\nTraceback (most recent call last):\n" in err
    assert "KeyError: 'x'\n" in err


class Point:
    """An entry point whose module cannot be imported, or is not what it should be."""

    def __init__(self, load):
        self.name, self.value, self.load = "odd", "odd_package.odd", load


def failing(error):
    def load():
        raise error

    return load


@pytest.mark.parametrize(
    "error", [ImportError("no module"), SyntaxError("bad"), SystemExit(0), RuntimeError("x")]
)
@pytest.mark.parametrize("group", ["rules", "readers"])
def test_a_plugin_that_cannot_be_imported_is_named(monkeypatch, group, error):
    def points(group):
        return [Point(failing(error))]

    monkeypatch.setattr(registry, "entry_points", points)
    monkeypatch.setattr(readers, "entry_points", points)
    look = registry.rules if group == "rules" else readers.formats
    look.cache_clear()
    try:
        with pytest.raises(PluginError, match=r"odd \(odd_package\.odd\) cannot be loaded: "):
            look()
    finally:
        monkeypatch.undo()
        look.cache_clear()


@pytest.fixture
def reader(monkeypatch):
    """Makes a reader for `.odd` files that does as it is told."""

    def make(does):
        module = types.ModuleType("odd_reader")
        module.NAME, module.SUFFIXES = "odd", (".odd",)
        module.read = does
        formats = {**readers.formats(), "odd": module}
        monkeypatch.setattr(readers, "formats", lambda: formats)

    return make


def boom(source, path):
    raise KeyError("boom")


def leave(source, path):
    raise SystemExit(0)


@pytest.mark.parametrize(
    ("does", "says"),
    [
        (
            leave,
            "the reader broke: PluginError: The reader odd ends the program, which it must not. (",
        ),
        (boom, "the reader broke: KeyError: 'boom' (test_plugins.py, line "),
        (
            lambda source, path: None,
            "the reader broke: PluginError: The reader odd gives NoneType where a Document should be.",
        ),
    ],
)
def test_an_odd_reader_is_named_and_the_other_files_are_checked(
    tmp_path, checker, reader, does, says
):
    reader(does)
    for name in ("a.odd", "b.md"):
        (tmp_path / name).write_text(TEXT)
    odd, good = checker.check_files([tmp_path / "a.odd", tmp_path / "b.md"])
    assert odd.bugs[0].startswith(says)
    assert (good.bugs, [finding.term for finding in good.findings]) == ((), ["utilise"])


def test_a_reader_that_calls_exit_is_named_where_it_has_the_only_text(here, reader, capfd):
    reader(leave)
    (here / "a.odd").write_text(TEXT)
    for command in ("fix", "score"):
        assert run([command, "a.odd"]) == 2
        assert tuple(capfd.readouterr()) == (
            "",
            "Error: The reader odd ends the program, which it must not.\n",
        )


@pytest.mark.parametrize("error", [EOFError, click.Abort])
def test_no_error_of_a_reader_is_taken_for_ctrl_c(here, reader, capfd, error):
    def end(source, path):
        raise error

    reader(end)
    (here / "a.odd").write_text(TEXT)
    assert run(["fix", "a.odd"]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"Sorry, plainspeak broke ({error.__name__}: ). This is a mistake in ")


def test_a_rule_that_calls_exit_while_documents_are_compared(checker):
    module = rule_that(lambda text: ()).rule.module
    module.note, module.compare = (lambda text, options, tools: ()), leave
    active = ActiveRule(Rule.from_module(module, "odd-rule"), Severity.WARNING, None)
    (report,) = engine.compare([checker.check_text(TEXT)], [active])
    assert "the rule odd-rule broke: SystemExit: 0 (test_plugins.py, line " in report.bugs[0]


def test_a_document_is_what_readers_give():
    assert isinstance(readers.read_text(TEXT), Document)
    assert "odd_reader" not in sys.modules
