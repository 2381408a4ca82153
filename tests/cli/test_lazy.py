import click
import pytest

from plainspeak.cli import plainspeak
from plainspeak.cli.glossary import glossary

TOLD = [
    pytest.param(group, name, said, id=f"{group.name} {name}")
    for group in (plainspeak, glossary)
    for name, said in group.told.items()
]


@pytest.mark.parametrize(("group", "name", "said"), TOLD)
def test_what_is_told_of_a_command_is_what_it_says_itself(group, name, said):
    command = group.get_command(click.Context(group), name)
    assert command.name == name
    assert command.get_short_help_str(limit=200) == said.help
    assert not command.hidden


def test_a_command_that_there_is_not():
    assert plainspeak.get_command(click.Context(plainspeak), "chek") is None
