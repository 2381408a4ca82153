"""`plainspeak fix`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from plainspeak.cli.asking import Asker
from plainspeak.cli.caching import Caching
from plainspeak.cli.files import STDIN, Found, SettingsBook
from plainspeak.cli.options import (
    command,
    config_option,
    debug_option,
    examples,
    glossary_option,
    model_option,
    names,
    no_cache_option,
    paths_argument,
    profile_option,
    stdin_option,
)
from plainspeak.cli.terminal import HOW_TO_REPORT, can_ask, put, say
from plainspeak.cli.work import documents, groups, progress, read_stdin, stdin_bytes, warn_once
from plainspeak.errors import ReadError, UsageError, WriteError
from plainspeak.model import FileReport
from plainspeak.output import colour, width

if TYPE_CHECKING:
    from plainspeak.engine import Checker
    from plainspeak.fixing import Fixed

__all__ = ["fix", "fix_safely"]

DONE, WOULD_CHANGE, ERRORS, BUG = 0, 1, 2, 3

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line as those who apply a diff see it: no other sign ends one."""


@command(
    epilog=examples(
        "plainspeak fix guidance.md --diff            see what it would change",
        "plainspeak fix guidance.md                   change it",
        "plainspeak fix docs --select jargon          only words",
        "plainspeak fix leaflet.md --interactive      decide one by one",
        "plainspeak fix leaflet.md --unsafe-fixes --backup",
        after="Exit code: 0 done, 1 with --diff if something would change, 2 wrong usage or "
        "settings, or a file that could not be read or written, 3 plainspeak broke.",
    ),
)
@paths_argument
@click.option("--diff", is_flag=True, help="Print what would change, and change nothing.")
@click.option(
    "--unsafe-fixes",
    "unsafe",
    is_flag=True,
    help="Also make the changes that you should read before you trust them.",
)
@click.option(
    "-i",
    "--interactive",
    is_flag=True,
    help="Ask about each change. You are asked about unsafe ones too.",
)
@click.option("--backup", is_flag=True, help="Keep each file as it was, with .bak after its name.")
@profile_option
@click.option(
    "--select",
    metavar="RULE",
    multiple=True,
    callback=names,
    help="Fix only what these rules find. Several: give it again, or put commas between.",
)
@click.option(
    "--ignore",
    metavar="RULE",
    multiple=True,
    callback=names,
    help="Leave what these rules find.",
)
@glossary_option
@model_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@no_cache_option
@config_option
@stdin_option
@debug_option
@click.pass_obj
def fix(
    arguments: tuple[str, ...] | None,
    /,
    paths: tuple[str, ...],
    diff: bool,
    unsafe: bool,
    interactive: bool,
    backup: bool,
    quiet: bool,
    no_cache: bool,
    config: Path | None,
    stdin_filename: str | None,
    **options: Any,
) -> int:
    """Write plainer words and sentences into documents.

    PATH is a document, a folder, a pattern in quotes, or “-” for standard input, which is printed
    as it should be. Only changes that an editor would take as they are get made. All else in a
    file stays as it is, to the letter.
    """
    if interactive and (diff or STDIN in paths or not can_ask()):
        raise UsageError("--interactive needs a terminal, and files that it may change.")
    book = SettingsBook(config, **options)
    walked: list[str] = []
    found = documents(paths, book, stdin_filename, walked)
    caching = None if no_cache or interactive else Caching(paths, found, book, walked)
    run = _Run(diff, unsafe or interactive, Asker(unsafe) if interactive else None, backup)
    done = run.fix(found, stdin_filename)
    warned = warn_once(run.warnings)
    for error in (e for each in done if isinstance(each, FileReport) for e in each.errors):
        say(f"Error: {error}")
    output = left = ""
    if diff:
        output = "".join(_diff(each) for each in done if not isinstance(each, FileReport))
        left = "" if quiet or unsafe else _what_is_left(done)
    elif STDIN in paths:
        output = "".join(run.mark + each.text for each in done if not isinstance(each, FileReport))
    elif not quiet:
        output = _told(done)
    put(output)
    if left:
        say(left)
    code = _exit_code(done, diff)
    if caching and code < ERRORS and (diff or not any(map(_changed, done))):
        caching.put_run(arguments, (code, warned, output, f"{left}\n" if left else ""))
        caching.tidy()
    return code


class Mended(NamedTuple):
    """What became of the documents that were to be mended."""

    changed: int = 0
    """How many were changed."""
    failed: int = 0
    """How many could not be written."""


def fix_safely(found: Sequence[Found | FileReport]) -> Mended:
    """Make the safe changes in some documents, and say on standard error how many there were.

    What could not be read is left for the check to tell, and so are warnings.
    """
    from plainspeak.reporters.text import count_of

    run = _Run(False, False, None, False)
    done = run.fix([e for e in found if isinstance(e, Found)], None)
    changed = [each for each in done if not isinstance(each, FileReport) and each.changed]
    sentences = sum(len(each.applied) for each in changed)
    if changed:
        files = count_of(len(changed), "file")
        say(f"{count_of(sentences, 'sentence')} changed in {files}.")
    for error in run.unwritten:
        say(f"Error: {error}")
    return Mended(len(changed), len(run.unwritten))


class _Run:
    """Fixing some documents, each with its own settings."""

    def __init__(self, diff: bool, unsafe: bool, asker: Asker | None, backup: bool) -> None:
        self._write = not diff
        self._unsafe = unsafe
        self._asker = asker
        self._backup = backup
        self.mark = ""
        """The byte order mark that standard input started with, if it did."""
        self.warnings: list[str] = []
        """What there is to say of the language model."""
        self.unwritten: list[str] = []
        """Why documents could not be written."""

    def fix(
        self, found: Sequence[Found | FileReport], stdin_name: str | None
    ) -> list[Fixed | FileReport]:
        """What became of each document, in order; an error report for one that could not be."""
        from plainspeak.engine import Checker

        done: dict[int, Fixed | FileReport] = {
            place: each for place, each in enumerate(found) if isinstance(each, FileReport)
        }
        checkers = [
            (Checker(settings, unsafe=self._unsafe), places) for settings, places in groups(found)
        ]
        try:
            with progress(0 if self._asker else len(found)) as advance:
                for checker, places in checkers:
                    for place in places:
                        if self._asker and self._asker.stopped:
                            break
                        done[place] = self._one(checker, found[place].path, stdin_name)
                        advance()
        except KeyboardInterrupt:
            from plainspeak.reporters.text import clean

            for each in done.values() if self._write else ():
                if _changed(each) and each.path is not None:
                    say(f"Changed before you stopped it: {clean(each.path)}")
            raise
        self.warnings += (warning for checker, _ in checkers for warning in checker.warnings)
        return [done[place] for place in sorted(done)]

    def _one(self, checker: Checker, path: str, stdin_name: str | None) -> Fixed | FileReport:
        from plainspeak.fixing import BYTE_ORDER_MARK, fix_document, fix_file

        try:
            if path == STDIN:
                data = stdin_bytes()
                if data.startswith(BYTE_ORDER_MARK):
                    self.mark = BYTE_ORDER_MARK.decode()
                return fix_document(read_stdin(data, stdin_name), checker)
            return fix_file(
                path,
                checker,
                decide=self._asker.decide if self._asker else None,
                write=self._write,
                backup=self._backup,
            )
        except ReadError as error:
            return FileReport(path, errors=(str(error),))
        except WriteError as error:
            self.unwritten.append(str(error))
            return FileReport(path, errors=(str(error),))


def _diff(fixed: Fixed) -> str:
    """The change as a unified diff, with the line ends of the file."""
    import difflib

    name = fixed.path or STDIN
    old, new = (name, name) if Path(name).is_absolute() else (f"a/{name}", f"b/{name}")
    lines = difflib.unified_diff(
        _LINE.findall(fixed.before),
        _LINE.findall(fixed.text),
        old,
        new,
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _what_is_left(done: Sequence[Fixed | FileReport]) -> str:
    """What a diff does not show; nothing if it shows all."""
    from plainspeak.reporters.rewrites import to_read

    fixed = [each for each in done if not isinstance(each, FileReport)]
    left = to_read(each.left for each in fixed)
    nothing = "" if any(each.changed for each in fixed) else "Nothing safe to change. "
    return f"{nothing}{left}" if left else ""


def _told(done: Sequence[Fixed | FileReport]) -> str:
    """What was changed, and what is left to do."""
    from plainspeak.reporters.rewrites import told

    fixed = [each for each in done if not isinstance(each, FileReport)]
    return told(
        [(each.path or STDIN, each.applied, each.left, each.settled) for each in fixed],
        colour=colour(),
        width=width(),
    )


def _changed(fixed: Fixed | FileReport) -> bool:
    return not isinstance(fixed, FileReport) and fixed.changed


def _exit_code(done: Sequence[Fixed | FileReport], diff: bool) -> int:
    fixed = [each for each in done if not isinstance(each, FileReport)]
    if any(each.left.bugs for each in fixed):
        for bug in dict.fromkeys(bug for each in fixed for bug in each.left.bugs):
            say(f"Sorry, {bug}. {HOW_TO_REPORT}")
        return BUG
    if len(fixed) < len(done):
        return ERRORS
    return WOULD_CHANGE if diff and any(map(_changed, fixed)) else DONE
