"""`plainspeak init`."""

from __future__ import annotations

from pathlib import Path

import click

from plainspeak import SETTINGS_FILES
from plainspeak.cli.options import command, debug_option, examples
from plainspeak.cli.terminal import put
from plainspeak.errors import UsageError

__all__ = ["TEMPLATE", "init"]

TEMPLATE = """\
# Settings for plainspeak. They count for the documents in this folder and below.
# Take the “# ” away from a line to use it. docs/settings.md says more.

# Who you write for: plain, health, easy-read or technical. Or a standard: wcag.
profile: plain

# What makes a check fail: error, warning, suggestion or never.
fail_on: warning

# Run only these rules, or leave some out. “plainspeak rules” lists them.
# select: [jargon, long-sentence]
# ignore: [passive-voice]

# Your own glossaries. Paths start from this file.
# glossaries:
#   - our-words.yml

# Files to leave out when a whole folder is checked, as in .gitignore.
# exclude:
#   - drafts/
#   - "*-minutes.md"

# Change a rule: turn it off, set its severity, or set its limits.
# rules:
#   passive-voice: off
#   long-sentence:
#     severity: error
#     max_words: 20

# Make a profile of your own, and write its name after “profile:” above.
# profiles:
#   ours:
#     extends: health
#     rules:
#       long-sentence: {max_words: 18}

# Change a term of the glossaries: silence it, or say what to do with it.
# terms:
#   stakeholder: off
#   service user:
#     treatment: replace
#     alternatives: [person]

# Words that your readers know. No rule on words flags them.
# accept: [respite, peer support]

# Use another spaCy pipeline that you have installed.
# model: en_core_web_sm
"""


@command(
    epilog=examples(
        "plainspeak init",
        "plainspeak init docs",
        "plainspeak init --force      write over the settings that are there",
    ),
)
@click.argument("path", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over settings that are there.")
@debug_option
def init(path: Path, force: bool) -> None:
    """Write a settings file.

    Writes plainspeak.yml, with a note on each setting. PATH is the folder to put it in; if
    you leave it out, the folder you are in.
    """
    file = path / SETTINGS_FILES[0]
    try:
        with file.open("w" if force else "x", encoding="utf-8") as out:
            out.write(TEMPLATE)
    except FileExistsError:
        raise UsageError(f"{file} is there already. To write over it, add --force.") from None
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from None
    put(f"Wrote {file}. Now check a document: plainspeak check FILE\n")
