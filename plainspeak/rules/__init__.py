"""The rules, one in each file. `plainspeak.rule` says what a rule file holds."""
