"""The command line over the real engine and language model."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"

pytestmark = pytest.mark.usefixtures("here")

GUIDANCE = """\
# Our **plan**

We utilise reciprocity. The following
people are invited.
"""


def test_a_real_check(run):
    Path("guidance.md").write_text(GUIDANCE, encoding="utf-8")
    ran = run("check", "guidance.md", "--select", "jargon")
    assert (ran.code, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert lines[0] == "guidance.md"
    assert lines[1].startswith("   3:4  warning     “utilise”: Write “use”")
    assert lines[2].startswith("  3:12  suggestion  “reciprocity”: Explain “reciprocity” here")
    assert lines[3] == ""
    assert lines[4] == "1 warning and 1 suggestion in 1 file."


def test_real_json_follows_the_schema(run):
    Path("guidance.md").write_text(GUIDANCE, encoding="utf-8")
    ran = run("check", "guidance.md", "--format", "json")
    data = json.loads(ran.out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(data)
    (file,) = data["files"]
    first = file["findings"][0]
    assert (first["rule"], first["text"], first["term"]) == ("jargon", "utilise", "utilise")
    assert (first["line"], first["column"], first["end_column"]) == (3, 4, 11)
    assert file["readability"]["counts"]["sentences"] == 2


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "rules:\n  long-sentense: off\n",
            "plainspeak.yml:2: rules: there is no rule called “long-sentense”. "
            "Did you mean “long-sentence”?\n",
        ),
        (
            "ignore:\n  - jargn\n",
            "plainspeak.yml:2: ignore: there is no rule called “jargn”. Did you mean “jargon”?\n",
        ),
        (
            "rules:\n  long-sentence:\n    max_word: 20\n",
            "plainspeak.yml:3: rules: long-sentence: there is no option called “max_word”. "
            "Did you mean “max_words”?\n",
        ),
    ],
)
def test_real_settings_mistakes_have_their_line(run, settings, said):
    Path("a.md").write_text("Fine.\n")
    Path("plainspeak.yml").write_text(settings)
    ran = run("check", "a.md")
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_unknown_rules_and_models_on_the_command_line(run):
    Path("a.md").write_text("Fine.\n")
    ran = run("check", "a.md", "--select", "jargn")
    assert ran.code == 2
    assert "there is no rule called “jargn”. Did you mean “jargon”?" in ran.err
    ran = run("check", "a.md", "--model", "no_such_model")
    assert ran.code == 2
    assert "no_such_model" in ran.err
    assert "Traceback" not in ran.err


def test_terms_can_be_silenced(run):
    Path("a.md").write_text("We utilise it.\n")
    Path("plainspeak.yml").write_text("terms:\n  utilise: off\n")
    assert run("check", "a.md", "--select", "jargon").code == 0


def test_a_document_can_turn_rules_off(run):
    Path("a.md").write_text("<!-- plainspeak: ignore-next jargon -->\nWe utilise it.\n")
    assert run("check", "a.md", "--select", "jargon").code == 0


def test_a_comment_with_a_mistake(run):
    Path("a.md").write_text("<!-- plainspeak: ignore-next jargn -->\nHello, all of you.\n")
    ran = run("check", "a.md", "--select", "jargon")
    assert (ran.code, ran.err) == (2, "")
    assert "Did you mean “jargon”?" in ran.out
    assert "Plainspeak comments have 1 mistake, so the exit code is 2." in ran.out
    ran = run("check", "a.md", "--select", "jargon", "--format", "json")
    assert ran.code == 2
    assert json.loads(ran.out)["summary"]["errors"] == 1


def test_a_term_can_be_silenced_by_any_of_its_forms(run):
    Path("a.md").write_text("We utilise it. Each stakeholder can come.\n")
    Path("plainspeak.yml").write_text("terms:\n  Stakeholders: off\n  utilising: off\n")
    ran = run("check", "a.md", "--select", "jargon")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (
            "utilise:\n    treatment: off",
            "plainspeak.yml:3: terms: utilise: treatment: must be “replace”, “explain” or “avoid”, "
            "not “off”. To silence the term, write “utilise: off”.\n",
        ),
        (
            "utilise: {alternatives: [use, 7]}",
            "plainspeak.yml:2: terms: utilise: alternatives: must be words; put quotes around it "
            "if it looks like a number, yes or no\n",
        ),
        (
            "utilise:\n    alternative: use",
            "plainspeak.yml:3: terms: utilise: alternative: no such field. "
            "Did you mean “alternatives”?\n",
        ),
        (
            "utilisse: {alternatives: [use]}",
            "plainspeak.yml:2: terms: no glossary has the term “utilisse”. "
            "Did you mean “utilise”? A new term needs a “treatment”.\n",
        ),
        (
            "zoomify: {treatment: explain}",
            "plainspeak.yml:2: terms: zoomify: explanation: is missing: “explain” needs it; "
            "say in one sentence what it means\n",
        ),
    ],
)
def test_wrong_changes_to_terms(run, terms, said):
    Path("a.md").write_text("Fine.\n")
    Path("plainspeak.yml").write_text(f"terms:\n  {terms}\n")
    ran = run("check", "a.md")
    assert (ran.code, ran.out, ran.err) == (2, "", said)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("value", ["", " , "])
def test_an_option_that_names_no_rule(run, option, value):
    Path("a.md").write_text("We utilise it.\n")
    ran = run("check", "a.md", option, value)
    assert (ran.code, ran.out) == (2, "")
    assert "name a rule, or leave the option out." in ran.err


def test_documents_are_compared_with_each_other(run):
    Path("a.md").write_text("Ask the planning inspection team (PIT).\n")
    Path("b.md").write_text("Ask the public information team (PIT).\n")
    ran = run("check", ".", "--select", "consistent-terms", "--format", "json")
    files = json.loads(ran.out)["files"]
    assert [len(file["findings"]) for file in files] == [0, 1]
    assert "in a.md, line 1" in files[1]["findings"][0]["message"]
