from plainspeak import registry


def test_every_rule_has_its_severity_and_limits_in_each_profile(run):
    ran = run("rules")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Rule                      plain      health     easy-read  technical  wcag\n"
    )
    for rule in registry.rules().values():
        assert f"\n{rule.id} " in ran.out
        assert f"\n  {rule.title}\n" in ran.out
    assert (
        "\nlong-sentence             warning    warning    warning    warning    warning\n"
        "  max_words               25         20         15         25         25\n"
    ) in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_profiles_of_your_own_have_a_column(run, here):
    (here / "plainspeak.yml").write_text(
        "profiles:\n  our-council:\n    extends: health\n    rules:\n"
        "      long-sentence: {max_words: 18, severity: error}\n      passive-voice: off\n"
    )
    lines = run("rules").out.splitlines()
    assert lines[0].endswith("technical  wcag       our-council")
    row = next(line for line in lines if line.startswith("long-sentence"))
    assert row.split()[1:] == [*["warning"] * 5, "error"]
    assert lines[lines.index(row) + 1].split() == ["max_words", "25", "20", "15", "25", "25", "18"]
    passive = next(line for line in lines if line.startswith("passive-voice"))
    assert passive.split()[-1] == "off"


def test_one_rule_is_told_in_full(run):
    ran = run("rules", "Long-Sentence")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == run("explain", "long-sentence").out


def test_a_rule_that_does_not_exist(run):
    ran = run("rules", "jargn")
    assert (ran.code, ran.out) == (2, "")
    assert "no rule called “jargn”. Did you mean “jargon”?" in ran.err
