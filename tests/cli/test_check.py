import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"

pytestmark = pytest.mark.usefixtures("here", "engine")


def write(path, text):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def test_findings_and_a_summary(run):
    write("a.md", "We utilise it.\n")
    ran = run("check", "a.md")
    assert (ran.code, ran.err) == (1, "")
    assert (
        ran.out
        == """\
a.md
  1:4  warning     “utilise”: Write “use”. [jargon]

1 warning in 1 file.
Reading age 9 to 10 (2 sentences, 100% of the words). Use it to set priorities; it proves nothing.
To see why, and what to do: plainspeak explain jargon
"""
    )


def test_nothing_found(run):
    write("a.md", "We use it.\n")
    ran = run("check", "a.md")
    assert ran.code == 0
    assert ran.out.startswith("Nothing found in 1 file.\n")
    assert run("check", "a.md", "--quiet").out == ""


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("suggestion", "warning", 0),
        ("suggestion", "suggestion", 1),
        ("error", "never", 0),
        ("suggestion", None, 0),
        ("warning", None, 1),
    ],
)
def test_the_exit_code_goes_by_fail_on(run, severity, fail_on, code):
    write("a.md", f"We utilise this {severity}.\n")
    ran = run("check", "a.md", *(["--fail-on", fail_on] if fail_on else []))
    assert ran.code == code
    assert "utilise" in ran.out
    write("plainspeak.yml", f"fail_on: {fail_on or 'warning'}\n")
    assert run("check", "a.md").code == code


def test_each_document_fails_by_its_own_settings(run):
    write("strict/plainspeak.yml", "fail_on: suggestion\n")
    write("strict/a.md", "Fine.\n")
    write("loose/a.md", "We utilise this suggestion.\n")
    assert run("check", "strict", "loose").code == 0
    write("strict/a.md", "We utilise this suggestion.\n")
    assert run("check", "strict", "loose").code == 1


def test_documents_with_other_settings_keep_their_order(run, engine):
    write("b/plainspeak.yml", "profile: health\n")
    for path in ("a.md", "b/b.md", "c.md"):
        write(path, "We utilise it.\n")
    ran = run("check", "a.md", "b/b.md", "c.md", "--format", "json")
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a.md", "b/b.md", "c.md"]
    assert [settings.profile for settings in engine.made] == ["plain", "health"]


def test_the_options_reach_the_engine(run, engine):
    write("a.md", "Fine.\n")
    write("more.yml", "")
    write("ours.yml", "name: ours\naccept: [whilst]\n")
    write("plainspeak.yml", "select: [reading-level]\nignore: [contraction]\n")
    run("check", "a.md", "--select", "jargon, passive-voice", "--select", "long-sentence")
    run("check", "a.md", "--ignore", "range,shall", "--glossary", "ours.yml", "--model", "half")
    run("check", "a.md", "--profile", "easy-read", "--config", "more.yml")
    first, second, third = engine.made
    assert first.select == ("jargon", "passive-voice", "long-sentence")
    assert first.ignore == ()
    assert (second.select, second.ignore) == (("reading-level",), ("contraction", "range", "shall"))
    assert (second.glossaries, second.model) == ((Path("ours.yml"),), "half")
    assert (third.profile, third.select) == ("easy-read", ())


def test_warnings_are_said_once_on_standard_error(run):
    write("a/plainspeak.yml", "profile: health\n")
    write("a/a.md", "Fine.\n")
    write("b.md", "Fine.\n")
    ran = run("check", "a", "b.md", "--model", "half")
    assert (ran.code, ran.err) == (0, "Warning: the model is half a model\n")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run):
    write("good.md", "We utilise it.\n")
    Path("bad.md").write_bytes(b"\xff\xfe\x00bad")
    ran = run("check", "bad.md", "good.md", "gone.md")
    assert ran.code == 2
    assert "“utilise”: Write “use”. [jargon]" in ran.out
    assert "gone.md\n  error       there is no such file or folder. Check the name." in ran.out
    assert "1 warning in 1 of 3 files. 2 files could not be read, so the exit code is 2." in ran.out
    assert run("check", "gone.md", "good.md", "--fail-on", "never").code == 2


def test_json_follows_the_schema(run):
    write("good.md", "We utilise it.\nWe utilise that.\n")
    Path("bad.md").write_bytes(b"\xff\xfe\x00bad")
    ran = run("check", "bad.md", "good.md", "--format", "json", "--quiet", "--statistics")
    assert ran.code == 2
    data = json.loads(ran.out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(data)
    bad, good = data["files"]
    assert bad["path"] == "bad.md"
    assert len(bad["errors"]) == 1
    assert [(each["line"], each["column"]) for each in good["findings"]] == [(1, 4), (2, 4)]
    assert data["summary"]["by_rule"] == {"jargon": 2}


def test_statistics(run):
    write("good.md", "We utilise it.\nWe utilise that.\n")
    ran = run("check", "good.md", "--statistics")
    assert "\n\nBy rule\n  2  jargon\n\nBy term\n  2  utilise\n\n2 warnings" in ran.out


def test_standard_input(run):
    ran = run("check", "-", stdin="\n\nWe utilise it.")
    assert ran.code == 1
    assert ran.out.startswith("-\n  3:4  warning")
    write("docs/plainspeak.yml", "fail_on: never\n")
    ran = run("check", "-", "--stdin-filename", "docs/draft.txt", stdin="We utilise it.")
    assert ran.code == 0
    assert ran.out.startswith("docs/draft.txt\n  1:4  warning")
    ran = run("check", "-", "--stdin-filename", "draft.md", stdin=b"\xff\xff")
    assert ran.code == 2
    assert ran.out.startswith("draft.md\n  error")


def test_nothing_to_check(run):
    Path("docs").mkdir()
    write("docs/picture.png", "")
    ran = run("check", "docs")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: no documents to check in docs. plainspeak looks for files")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "Missing argument 'PATH...'"),
        (["check", "a.md", "--format", "xml"], "'xml' is not one of 'text', 'json'"),
        (["check", "a.md", "--profile", "helth"], "not “helth”. Did you mean “health”?"),
        (["check", "a.md", "--glossary", "gone.yml"], "'gone.yml' does not exist"),
        (["check", "a.md", "--config", "gone.yml"], "'gone.yml' does not exist"),
        (["check", "a.md", "--model", "none"], "Error: there is no language model called “none”"),
        (["chek", "a.md"], "No such command 'chek'"),
        (["check", "a.md", "--selct", "jargon"], "No such option"),
    ],
)
def test_wrong_usage(run, arguments, said):
    write("a.md", "Fine.\n")
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_wrong_settings(run):
    write("a.md", "Fine.\n")
    write("plainspeak.yml", "# ours\nprofil: plain\n")
    ran = run("check", "a.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "plainspeak.yml:2: profil: no such field. Did you mean “profile”?\n"


def test_a_bug_is_our_fault(run):
    write("a.md", "BREAK\n")
    ran = run("check", "a.md")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Sorry, plainspeak broke (KeyError: 'broken on purpose').")
    assert "--debug" in ran.err
    assert "Traceback" not in ran.err
    ran = run("check", "a.md", "--debug")
    assert ran.code == 3
    assert "Traceback" in ran.err


def test_a_rule_that_breaks_is_a_bug_too(run):
    write("a.md", "We utilise this BUG.\n")
    ran = run("check", "a.md", "gone.md")
    assert ran.code == 3
    assert "error       the rule jargon broke: KeyError" in ran.out
    assert "“utilise”" in ran.out
    assert ran.err.startswith("Sorry, a part of plainspeak broke")


def test_words_cannot_hide_in_the_file_name(run):
    write("red\x1b[31m.md", "We utilise it.\n")
    ran = run("check", "red\x1b[31m.md")
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("command", ["check", "score", "explain", "rules", "init"])
def test_every_command_has_help_with_examples(run, command):
    ran = run(command, "-h")
    assert (ran.code, ran.err) == (0, "")
    assert f"\n  Examples:\n    plainspeak {command}" in ran.out
    assert run(command, "--help").out == ran.out


def test_names_of_rules_may_have_any_capitals(run, engine):
    write("a.md", "Fine.\n")
    run("check", "a.md", "--ignore", "Jargon", "--select", "Passive-Voice,JARGON")
    (settings,) = engine.made
    assert (settings.select, settings.ignore) == (("passive-voice", "jargon"), ("jargon",))


def test_no_rule_left_is_a_slip(run):
    write("a.md", "We utilise it.\n")
    ran = run("check", "a.md", "--select", "jargon", "--ignore", "Jargon")
    assert (ran.code, ran.out) == (2, "")
    assert "no rule is left to run: --ignore takes away all that --select names." in ran.err
