import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.model import FileReport, Report, Severity
from plainspeak.reporters import text


def test_each_finding_is_one_line_without_a_width(samples):
    assert (
        text.report(samples.report)
        == """\
docs/guidance.md
    3:12  warning     “utilised”: Write “used”. [jargon]
   103:1  suggestion  “The following principles of … are to be fostered”: This sentence has 47 \
words. Aim for 25 or fewer. Split it, or make a list. [long-sentence]
  104:12  error       “café”: Write “coffee shop”. Or write “snack bar”. [jargon]

x.md
  error       there is no file or folder of this name

1 error, 1 warning and 1 suggestion in 1 of 3 files. 1 file could not be read, so the \
exit code is 2.
Hardest to read: docs/guidance.md (reading age 13 to 14).
To see why, and what to do: plainspeak explain jargon
"""
    )


def test_on_a_terminal_a_finding_wraps_under_its_words(samples):
    assert (
        text.report(Report((samples.guidance,)), width=60)
        == """\
docs/guidance.md
    3:12  warning     “utilised”: Write “used”. [jargon]
   103:1  suggestion  “The following principles of … are to
                      be fostered”: This sentence has 47
                      words. Aim for 25 or fewer. Split it,
                      or make a list. [long-sentence]
  104:12  error       “café”: Write “coffee shop”. Or write
                      “snack bar”. [jargon]

1 error, 1 warning and 1 suggestion in 1 file.
Reading age 13 to 14 (58 sentences, 82% of the words). Use
it to set priorities; it proves nothing.
To see why, and what to do: plainspeak explain jargon
"""
    )


def test_colour_adds_only_colour(samples):
    plain = text.report(samples.report, width=70)
    coloured = text.report(samples.report, width=70, colour=True)
    assert "\x1b[" not in plain
    assert "\x1b[33mwarning" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_quiet_is_findings_and_errors_only(samples):
    assert text.report(Report((samples.clean,)), quiet=True) == ""
    quiet = text.report(samples.report, quiet=True)
    assert quiet + "\n" == text.report(samples.report).partition("1 error, 1 warning")[0]


def test_nothing_found(samples):
    assert text.report(Report((samples.clean,))) == (
        "Nothing found in 1 file.\nNo reading age: there are no full sentences to score.\n"
    )
    assert text.report(Report((samples.missing,))) == (
        "x.md\n  error       there is no file or folder of this name\n\n"
        "1 file could not be read, so the exit code is 2.\n"
    )


def test_the_summary_says_why_the_exit_code_is_what_it_is(samples):
    comment = "a.md:3: plainspeak comment: there is no rule called “jargn”."
    file = replace(samples.clean, path="a.md", errors=(comment,))

    def summary(*files):
        return text.report(Report(files)).rpartition("\n\n")[2].splitlines()[0]

    assert summary(file) == (
        "Nothing else found in 1 file. Plainspeak comments have 1 mistake, so the exit code is 2."
    )
    twice = replace(file, errors=(comment, comment))
    assert summary(twice, samples.missing, samples.clean) == (
        "Nothing else found in 2 files. 1 file could not be read and plainspeak comments have "
        "2 mistakes, so the exit code is 2."
    )
    assert summary(samples.missing, samples.clean) == (
        "Nothing found in 1 file. 1 file could not be read, so the exit code is 2."
    )
    assert summary(replace(samples.clean, bugs=("the rule jargon broke",)), samples.missing) == (
        "Nothing else found in 1 file. 1 file could not be read and 1 part of plainspeak broke, "
        "so the exit code is 3."
    )


def test_a_short_text_says_so(samples):
    short = FileReport("a.md", (), {**samples.readability, "reliable": False}, words=20)
    assert "The text is too short to trust this." in text.report(Report((short,)))
    other = FileReport("b.md", (), {**samples.readability, "reliable": False}, words=20)
    assert "Hardest" not in text.report(Report((short, other)))


def test_the_hardest_files_are_named_worst_first(samples):
    def file(path, grade):
        age = {**samples.readability["reading_age"], "grade": grade, "text": f"{grade + 5}"}
        return FileReport(path, (), {**samples.readability, "reading_age": age})

    files = (file("a.md", 5), file("b.md", 12), file("c.md", 7), file("d.md", 12))
    assert text.report(Report(files)).splitlines()[1] == (
        "Hardest to read: b.md (reading age 17); d.md (reading age 17); c.md (reading age 12)."
    )


def test_statistics_count_the_most_frequent_first(samples):
    terms = [samples.finding(term=term) for term in ("utilise", "asset", "utilise")]
    passives = [samples.finding(rule="passive-voice")] * 12
    report = Report((FileReport("a.md", (*terms, *passives)),))
    said = text.report(report, statistics=True, quiet=True)
    assert said.split("\n\n")[1:] == [
        "By rule\n  12  passive-voice\n   3  jargon",
        "By term\n  2  utilise\n  1  asset\n",
    ]


def test_a_rule_that_broke_is_told():
    said = text.report(Report((FileReport("a.md", bugs=("the rule jargon broke: KeyError",)),)))
    assert "  error       the rule jargon broke: KeyError" in said


@pytest.mark.parametrize(
    ("raw", "fit"),
    [
        ("line one\r\n  line two", "line one line two"),
        ("red \x1b[31mtext\x07", "red \ufffd[31mtext\ufffd"),
        ("right \u202eto left", "right \ufffdto left"),
        ("lone \ud800", "lone \ufffd"),
        ("family 👩‍👧 and é", "family 👩‍👧 and é"),
    ],
)
def test_words_from_a_file_cannot_steer_the_terminal(raw, fit):
    assert text.clean(raw) == fit


WORDS = st.text(st.characters(exclude_characters="\x1b"), min_size=1, max_size=120)


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from(Severity)), min_size=1, max_size=4))
def test_any_words_make_one_line_each_and_wrapping_loses_no_word(samples, rows):
    findings = tuple(samples.finding(words, said, severity=how) for words, said, how in rows)
    report = Report((FileReport("a.md", findings),))
    unwrapped = text.report(report, quiet=True)
    assert unwrapped.count("\n") == len(rows) + 1
    wrapped = text.report(report, quiet=True, width=50)
    assert "".join(wrapped.split()) == "".join(unwrapped.split())


def test_a_new_sentence_stands_under_the_last_of_its_findings(samples):
    said = text.report(Report((samples.rewritten,)))
    lines = said.splitlines()
    place = next(number for number, line in enumerate(lines) if "104:12" in line)
    assert lines[place + 1].strip() == "→ The … is a place to eat."


def test_a_sentence_that_only_takes_words_already_offered_is_not_shown(samples):
    fixed = samples.rewritten.findings[2]
    edits = samples.proposal.edits
    offered = replace(fixed, message=f"Write “{edits[0].replacement}”.")
    said = text.report(Report((replace(samples.rewritten, findings=(offered,)),)))
    assert "→" not in said
