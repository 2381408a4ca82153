from plainspeak import registry


def test_every_rule_has_its_severity_and_limits_in_each_profile(run):
    ran = run("rules")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Rule                      plain       health      easy-read   technical\n"
    )
    for rule in registry.rules().values():
        assert f"\n{rule.id} " in ran.out
        assert f"\n  {rule.title}\n" in ran.out
    assert (
        "\nlong-sentence             warning     warning     warning     warning\n"
        "  max_words               25          20          15          25\n"
    ) in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
