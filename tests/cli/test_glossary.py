"""`plainspeak glossary`: what each command prints, writes and ends with."""

import json
import re
from pathlib import Path

import pytest

from plainspeak.glossary.loading import built_in, built_in_folder, load

pytestmark = pytest.mark.usefixtures("here")

OURS = """\
name: ours
about: Our own words.
terms:
  - term: fettle
    treatment: replace
    pos: verb
    alternatives: mend
    examples: {flag: We fettled it., fine: We mend it.}
"""


@pytest.fixture
def ours():
    Path("ours.yml").write_text(OURS, encoding="utf-8")
    return "ours.yml"


def test_list_counts_the_terms_of_each(run, ours):
    ran = run("glossary", "list", "--glossary", ours)
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0].split() == ["terms", "replace", "explain", "avoid"]
    assert lines[1].split() == ["ours", "1", "1", "0", "0", "Our", "own", "words.", "(ours.yml)"]
    names = [line.split()[0] for line in lines[2:-1]]
    assert names == [glossary.name for glossary in built_in()]
    total = 1 + sum(len(glossary.terms) for glossary in built_in())
    assert lines[-1].split() == ["all", f"{total:,}"]


def test_list_lists_the_terms_of_one(run, ours):
    assert run("glossary", "list", ours).out == "replace  fettle\n"
    health = run("glossary", "list", "health").out.splitlines()
    assert len(health) == len(load(built_in_folder() / "health.yml").terms)
    ran = run("glossary", "list", "helth")
    assert ran.code == 2
    assert "Did you mean “health”?" in ran.err


def test_show_prints_entry_place_and_forms(run, ours):
    ran = run("glossary", "show", "fettled", "--glossary", ours)
    assert ran.out == (
        "ours.yml:4\n"
        "- term: fettle\n"
        "  treatment: replace\n"
        "  alternatives: mend\n"
        "  pos: verb\n"
        "  examples:\n"
        "    flag: We fettled it.\n"
        "    fine: We mend it.\n"
        "Found as: fettle, fettled, fettles, fettling\n"
    )
    shown = run("glossary", "show", "Reciprocity").out
    assert re.match(r"co-production:\d+\n- term: reciprocity\n", shown)
    missing = run("glossary", "show", "reciprocitty")
    assert (missing.code, missing.out) == (2, "")
    assert "no glossary has the term “reciprocitty”. Did you mean “reciprocity”?" in missing.err


def test_show_says_what_the_settings_make_of_an_entry(run, ours):
    Path("more.yml").write_text(
        "name: more\nextends: ours.yml\ndisable: robust\naccept: utilise\n", encoding="utf-8"
    )
    Path("plainspeak.yml").write_text(
        "glossaries: [more.yml]\n"
        "terms:\n"
        "  stakeholder: off\n"
        "  lengthy: {alternatives: [very long]}\n"
        "  zonk: {treatment: replace, alternatives: [hit]}\n",
        encoding="utf-8",
    )
    off = run("glossary", "show", "stakeholders").out
    assert off.endswith("Off: your settings turn it off (plainspeak.yml:3).\n")
    changed = run("glossary", "show", "lengthy").out
    assert "\nYour settings change it (plainspeak.yml:4):\n- term: lengthy\n" in changed
    assert "\n  alternatives: very long\n" in changed
    assert run("glossary", "show", "zonks").out.startswith("plainspeak.yml:5\n- term: zonk\n")
    disabled = run("glossary", "show", "robust").out
    assert disabled.endswith("Off: “disable” in a glossary of yours turns it off.\n")
    assert run("glossary", "show", "utilise").out.endswith(
        "Accepted: it is in a list of words to accept, so it is not found.\n"
    )
    extended = run("glossary", "show", "fettle").out
    assert "ours.yml:4\n- term: fettle" in extended
    assert not any(word in extended for word in ("Off", "Accepted", "settings"))


def test_check_tells_what_to_mend(run, ours):
    assert run("glossary", "check", ours).out == "Nothing to mend in 1 term.\n"
    text = OURS.replace("alternatives: mend", "alternatives: utilise")
    Path("bad.yml").write_text(text, encoding="utf-8")
    Path("worse.yml").write_text(text.replace("verb", "vreb"), encoding="utf-8")
    ran = run("glossary", "check", "bad.yml", "worse.yml")
    first, second, end = ran.out.splitlines()
    assert ran.code == 1
    assert first.startswith("bad.yml:7: fettle: alternatives: “utilise” holds “utilise”, which")
    assert second.startswith("worse.yml:6: fettle: pos: must be “noun”, “verb”")
    assert end == "2 problems in 1 term."


def test_check_tells_all_that_is_wrong_at_once(run):
    Path("bad.yml").write_text(
        "name: Bad Name\n"
        "terms:\n"
        "  - {term: zap, treatment: replace, alternatives: utilise, examples: {flag: We zap it.}}\n"
        "  - {term: zonk, treatment: replce, alternatives: hit}\n"
        "  - {term: fettle, treatment: replace, alternatives: mend, examples: {flag: I fettle.}}\n"
        "  - {term: fettle, treatment: replace, alternatives: fix, examples: {flag: I fettle.}}\n",
        encoding="utf-8",
    )
    ran = run("glossary", "check", "bad.yml")
    assert ran.code == 1
    assert [line.split(": ")[:3] for line in ran.out.splitlines()] == [
        ["bad.yml:1", "name", "must be in small letters, with hyphens for spaces, like “our-words”"
         ", not “Bad Name”"],
        ["bad.yml:3", "zap", "alternatives"],
        ["bad.yml:4", "zonk", "treatment"],
        ["bad.yml:5", "fettle", "term"],
        ["bad.yml:6", "fettle", "term"],
        ["5 problems in 2 terms."],
    ]  # fmt: skip


def test_check_heeds_what_a_glossary_disables_and_extends(run):
    entry = "  - {term: %s, treatment: replace, alternatives: %s, examples: {flag: I %s it.}}\n"

    def write(name, above, term, new):
        text = f"name: {name}\n{above}terms:\n{entry % (term, new, term)}"
        Path(f"{name}.yml").write_text(text, encoding="utf-8")

    write("more", "", "zonk", "hit")
    write("ours", "extends: more.yml\n", "fettle", "utilise")
    assert "“utilise”, which plain-english says" in run("glossary", "check", "ours.yml").out
    for off in ("disable: utilise\n", "accept: utilise\n"):
        write("ours", off, "fettle", "utilise")
        assert run("glossary", "check", "ours.yml").out == "Nothing to mend in 1 term.\n"
    write("ours", "extends: more.yml\n", "fettle", "zonk")
    assert "“zonk”, which more says to replace" in run("glossary", "check", "ours.yml").out


def test_what_we_ship_is_not_at_fault_for_a_word_of_the_users(run, ours):
    Path(ours).write_text(OURS.replace("fettle", "utilise"), encoding="utf-8")
    Path("plainspeak.yml").write_text(f"glossaries: [{ours}]\n", encoding="utf-8")
    assert run("glossary", "check", "plain-english").code == 0


def test_what_we_ship_has_nothing_to_mend(run):
    ran = run("glossary", "check", "--quiet")
    total = sum(len(glossary.terms) for glossary in built_in())
    assert (ran.code, ran.out) == (0, f"Nothing to mend in {total:,} terms.\n")


def test_test_tries_the_examples(run, ours):
    assert run("glossary", "test", ours).out == "2 of 2 examples right.\n"
    Path("bad.yml").write_text(OURS.replace("fine: We", "fine: We fettle. We"), encoding="utf-8")
    ran = run("glossary", "test", "bad.yml")
    assert ran.code == 1
    assert ran.out == (
        "bad.yml:8: fettle: found in “We fettle. We mend it.”: say with “not_before”, "
        "“unless_near” or the like that it is fine there.\n1 of 2 examples right.\n"
    )


def test_test_says_why_a_term_is_not_found(run, ours):
    lines = OURS.replace("flag: We fettled it.", "flag: [We fettle it., We like hats.]")
    lines = lines.replace("pos: verb", "pos: adverb")
    Path("bad.yml").write_text(lines, encoding="utf-8")
    first, second, _ = run("glossary", "test", "bad.yml").out.splitlines()
    assert first == (
        "bad.yml:8: fettle: not found in “We fettle it.”: “fettle” is there, but plainspeak "
        "does not take it for an adverb. Try another sentence; or take out “pos”, and any part of "
        "speech is found."
    )
    assert second == (
        "bad.yml:8: fettle: not found in “We like hats.”: no form of it stands there; it is found "
        "as “fettle”. Write one of these, or add what you mean under “variants”."
    )


def test_test_names_the_field_that_keeps_a_term_out(run, ours):
    lines = OURS.replace("    examples:", "    not_before: [it]\n    examples:")
    Path("bad.yml").write_text(lines, encoding="utf-8")
    assert (
        "“fettled” is there, but “not_before” keeps it out."
        in run("glossary", "test", "bad.yml").out
    )


def test_add_makes_a_file_and_adds_to_it(run):
    first = run(
        *("glossary", "add", "zonal", "tariff", "--treatment", "explain", "--pos", "noun"),
        *("--explanation", "A zonal tariff is a price for one area."),
        *("--flag", "Ask for our zonal tariffs."),
    )
    assert (first.code, first.out, first.err) == (0, "", "Wrote our-words.yml.\n")
    second = run("glossary", "add", "fettle", "--treatment", "replace", "--alternative", "mend")
    assert second.err == (
        "Wrote our-words.yml.\n“fettle” has no example yet. Add one, so that you can test it.\n"
    )
    assert [entry.term for entry in load("our-words.yml").terms] == ["fettle", "zonal tariff"]
    assert run("glossary", "test", "our-words.yml").code == 0


def test_add_says_if_the_example_does_not_work(run):
    ran = run(
        *("glossary", "add", "fettle", "--treatment", "replace", "--alternative", "mend"),
        *("--flag", "We mend it."),
    )
    assert "Careful: plainspeak does not find it in “We mend it.”." in ran.err


def test_add_does_not_ask_where_nobody_can_answer(run):
    ran = run("glossary", "add", "fettle")
    assert ran.code == 2
    assert "say --treatment too; plainspeak can only ask you in a terminal." in ran.err
    assert not Path("our-words.yml").exists()


def test_add_leaves_a_broken_file_alone(run):
    Path("our-words.yml").write_text("name: x\nterms: [", encoding="utf-8")
    ran = run("glossary", "add", "fettle", "--treatment", "replace", "--alternative", "mend")
    assert ran.code == 2
    assert "our-words.yml:3: this is not YAML" in ran.err
    assert Path("our-words.yml").read_text() == "name: x\nterms: ["


def test_export_and_import(run, ours):
    assert run("glossary", "export", ours).out.startswith("# Words to use and words to avoid\n")
    assert run("glossary", "export", ours, "--format", "html", "-o", "a.html").code == 0
    assert Path("a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len(json.loads(run("glossary", "export", "--format", "json").out)) == len(built_in())
    assert run("glossary", "export", ours, "--format", "csv", "-o", "ours.csv").code == 0
    assert Path("ours.csv").read_bytes().startswith("\ufeff#name,ours\r\n#about,".encode())
    back = run("glossary", "import", "ours.csv", "-o", "back.yml")
    assert back.err == "Wrote back.yml.\n"
    same = run("glossary", "diff", ours, "back.yml")
    assert (same.code, same.out) == (0, "The two say the same.\n")
    again = run("glossary", "import", "ours.csv", "-o", "back.yml")
    assert again.code == 2
    assert "back.yml is there already; name a new file." in again.err


def test_a_table_holds_one_glossary(run):
    ran = run("glossary", "export", "--format", "csv")
    assert ran.code == 2
    assert "a table holds one glossary; name the one you want." in ran.err


def test_diff_shows_what_changed(run, ours):
    text = OURS.replace("alternatives: mend", "alternatives: [mend, fix]").replace("verb", "noun")
    Path("new.yml").write_text(
        text + "  - {term: zap, treatment: replace, alternatives: hit}\n", encoding="utf-8"
    )
    ran = run("glossary", "diff", ours, "new.yml")
    assert ran.code == 1
    assert ran.out == (
        "~ fettle\n    alternatives: mend → mend; fix\n    pos: verb → noun\n+ zap\n"
    )


def test_diff_shows_what_stands_above_the_terms(run, ours):
    text = OURS.replace("terms:", "disable: [robust]\nterms:").replace("name: ours", "name: new")
    Path("new.yml").write_text(text, encoding="utf-8")
    ran = run("glossary", "diff", ours, "new.yml")
    assert (ran.code, ran.out) == (1, "~ disable: (nothing) → robust\n")


def test_add_to_a_file_that_has_no_terms_yet(run):
    Path("ours.yml").write_text("name: ours\n# Plain to us.\naccept: [robust]\n", encoding="utf-8")
    ran = run(
        *("glossary", "add", "fettle", "--file", "ours.yml", "--treatment", "replace"),
        *("--alternative", "mend"),
    )
    assert ran.code == 0
    assert Path("ours.yml").read_text(encoding="utf-8") == (
        "name: ours\n# Plain to us.\naccept: [robust]\nterms:\n"
        "  - term: fettle\n    treatment: replace\n    alternatives: mend\n"
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("term,treatment\n", "a.csv:2: there is no row with a term"),
        ("term,term\nx,y\n", "a.csv:1: the column “term” is here twice; keep one"),
        ("term,note\nzap," + "x" * 140_000 + "\n", "a.csv:2: cannot read this row: "),
    ],
)
def test_a_table_that_makes_no_glossary(run, table, said):
    Path("a.csv").write_text(table, encoding="utf-8")
    ran = run("glossary", "import", "a.csv")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


TEXT = (
    "# Help with rent\n\nThe linen allowance pays for sheets. Ask for the linen allowance today. "
    "We will help you to find a home. You can ring us on any day of the week. "
)


def test_mine_lists_candidates_and_writes_a_draft(run):
    for name in ("a.md", "b.md"):
        Path(name).write_text(TEXT * 2, encoding="utf-8")
    Path("empty.md").write_text("")
    ran = run("glossary", "mine", ".", "--least", "8")
    assert ran.code == 0
    assert ran.out == (
        "linen allowance  (phrase, 8 times in 2 documents)\n  Ask for the linen allowance today.\n"
    )
    assert "empty.md" in ran.err
    draft = run("glossary", "mine", ".", "--least", "8", "--write", "draft.yml")
    assert "Wrote draft.yml.\nIt holds 1 term." in draft.err
    made = Path("draft.yml").read_text(encoding="utf-8")
    assert made.startswith("# A draft.")
    assert "- term: linen allowance" in made
    checked = run("glossary", "check", "draft.yml")
    assert "draft.yml:5: linen allowance: explanation: is missing" in checked.out


def test_mine_finds_nothing_in_little(run):
    Path("a.md").write_text("We will help you.", encoding="utf-8")
    assert run("glossary", "mine", "a.md").out.startswith("Nothing found that comes often enough.")


def test_check_looks_at_what_a_glossary_names(run):
    Path("a.yml").write_text("name: a\nextends: gone.yml\n", encoding="utf-8")
    Path("b.yml").write_text("name: b\ndisable: stakeholdr\n", encoding="utf-8")
    ran = run("glossary", "check", "a.yml", "b.yml")
    assert ran.code == 1
    assert "a.yml:2: extends: there is no file gone.yml." in ran.out
    assert "b.yml:2: disable: no other glossary has the term “stakeholdr”. Did you mean" in ran.out


def test_the_name_of_the_file_says_the_format(run, ours):
    assert run("glossary", "export", ours, "-o", "a.html").code == 0
    assert Path("a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "there is no format “doc”" in run("glossary", "export", ours, "-o", "a.doc").err


def test_a_spreadsheet_is_not_a_table(run):
    Path("a.xlsx").write_bytes(b"PK\x03\x04\xff\xfe")
    ran = run("glossary", "import", "a.xlsx")
    assert "a.xlsx:1: this is a spreadsheet, not a table; save it as “CSV UTF-8” first" in ran.err
