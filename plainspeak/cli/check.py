"""`plainspeak check`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plainspeak import reporters
from plainspeak.cli.caching import Caching
from plainspeak.cli.files import STDIN, Found, SettingsBook
from plainspeak.cli.fix import Mended, fix_safely
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
from plainspeak.cli.terminal import HOW_TO_REPORT, put, say
from plainspeak.cli.work import documents, groups, progress, read, warn_once
from plainspeak.config import FAIL_ON, Settings
from plainspeak.errors import ReadError, UsageError
from plainspeak.model import FileReport, Report, Severity
from plainspeak.output import colour, width

if TYPE_CHECKING:
    from plainspeak.engine import Checker

__all__ = ["check"]

CLEAN, FINDINGS, ERRORS, BUG = 0, 1, 2, 3


@command(
    epilog=examples(
        "plainspeak check guidance.md",
        "plainspeak check docs --profile health",
        'plainspeak check "docs/**/*.md" --ignore passive-voice',
        "plainspeak check leaflet.txt --glossary our-words.yml",
        "plainspeak check - --stdin-filename draft.md < draft.md",
        "plainspeak check docs --format json > report.json",
        "plainspeak check docs --fix",
        after="Exit code: 0 nothing found, 1 findings, 2 wrong usage or settings, a file that "
        "could not be read or a mistake in a plainspeak comment, 3 plainspeak broke.",
    ),
)
@paths_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(reporters.names()),
    default="text",
    show_default=True,
    help="How to print the findings.",
)
@profile_option
@click.option(
    "--select",
    metavar="RULE",
    multiple=True,
    callback=names,
    help="Run only these rules. Several: give it again, or put commas between.",
)
@click.option(
    "--ignore",
    metavar="RULE",
    multiple=True,
    callback=names,
    help="Do not run these rules.",
)
@glossary_option
@model_option
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="The least that makes the exit code 1.  [default: warning]",
)
@click.option(
    "--fix",
    "mend",
    is_flag=True,
    help="First make the safe changes, as “plainspeak fix” does. Then report what is left.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Check N files at a time.  [default: by the size of the files and the number of cores]",
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings only, no summary.")
@no_cache_option
@click.option("--statistics", is_flag=True, help="Also count the findings by rule and by term.")
@config_option
@stdin_option
@debug_option
@click.pass_obj
def check(
    arguments: tuple[str, ...] | None,
    /,
    paths: tuple[str, ...],
    format_: str,
    mend: bool,
    jobs: int | None,
    quiet: bool,
    no_cache: bool,
    statistics: bool,
    config: Path | None,
    stdin_filename: str | None,
    **options: Any,
) -> int:
    """Find jargon and hard sentences.

    PATH is a document, a folder, a pattern in quotes, or “-” for standard input. In a folder, all
    Markdown and text files are checked, but not those that .gitignore leaves out.
    """
    reporter = reporters.get(format_)
    book = SettingsBook(config, **options)
    walked: list[str] = []
    found = documents(paths, book, stdin_filename, walked)
    if mend and STDIN in paths:
        raise UsageError("--fix changes files, so it cannot take standard input (“-”).")
    caching = None if no_cache else Caching(paths, found, book, walked)
    mended = Mended()
    if mend:
        mended = fix_safely(found)
    report = _report(found, stdin_filename, jobs, caching)
    warned = warn_once(report.warnings)
    output = reporter.report(
        report, colour=colour(), width=width(), quiet=quiet, statistics=statistics
    )
    put(output)
    code = max(_exit_code(found, report), ERRORS if mended.failed else CLEAN)
    if caching:
        # What a format of another package says may hang on anything.
        own = format_ in reporters.NAMES
        if own and mended == Mended() and all(map(_is_whole, report.files)):
            caching.put_run(arguments, (code, warned, output, ""))
        caching.tidy()
    return code


def _is_whole(file: FileReport) -> bool:
    """Whether a file was read and checked; the next time there may be no trouble with it."""
    return file.readability is not None and not file.bugs


def _exit_code(found: list[Found | FileReport], report: Report) -> int:
    if report.bugs:
        say(
            "Sorry, a part of plainspeak broke; the report says which. The other findings are "
            f"there. {HOW_TO_REPORT}"
        )
        return BUG
    if report.errors:
        return ERRORS
    return FINDINGS if _failed(found, report) else CLEAN


def _report(
    found: list[Found | FileReport],
    stdin_name: str | None,
    jobs: int | None,
    caching: Caching | None,
) -> Report:
    """Check every document with its own settings, and put the reports in the order of the paths."""
    from plainspeak.engine import Checker, compare
    from plainspeak.registry import active_rules

    reports: dict[int, FileReport] = {}
    warnings: list[str] = []
    for place, each in enumerate(found):
        if isinstance(each, FileReport):
            reports[place] = each
        elif caching and (known := caching.get(each)):
            reports[place] = known[0]
            warnings += known[1]
    new = (
        (settings, [p for p in places if p not in reports]) for settings, places in groups(found)
    )
    # Every checker is made before any document is checked: wrong settings should not take a while.
    checkers = [
        (Checker(settings, memory=caching.memory(settings) if caching else None), places)
        for settings, places in new
        if places
    ]
    work = [(checker, found[place].path) for checker, places in checkers for place in places]
    with _checking(work, stdin_name, jobs) as ready, progress(len(found)) as done:
        for _ in reports:
            done()
        for checker, places in checkers:
            warnings += checker.warnings
            for place, report in zip(places, ready, strict=False):
                reports[place] = report
                if caching and isinstance(each := found[place], Found):
                    caching.put(each, report, checker.warnings)
                done()
    for settings, places in groups(found):
        compared = compare((reports[place] for place in places), active_rules(settings))
        reports.update(zip(places, compared, strict=True))
    return Report(tuple(reports[place] for place in sorted(reports)), tuple(warnings))


def _checking(
    work: list[tuple[Checker, str]], stdin_name: str | None, jobs: int | None
) -> AbstractContextManager[Iterator[FileReport]]:
    from plainspeak.workers import check_all

    if any(path == STDIN for _, path in work):
        return nullcontext(_one_by_one(work, stdin_name))
    return check_all(work, jobs)


def _one_by_one(work: list[tuple[Checker, str]], stdin_name: str | None) -> Iterator[FileReport]:
    for checker, path in work:
        try:
            document = read(path, stdin_name)
        except ReadError as error:
            name = stdin_name if path == STDIN and stdin_name else path
            yield FileReport(name, errors=(str(error),))
        else:
            yield from checker.check_documents([document])


def _failed(found: list[Found | FileReport], report: Report) -> bool:
    """Whether a document has a finding that its settings call a failure."""
    return any(
        isinstance(each, Found) and _reaches(file, each.settings)
        for each, file in zip(found, report.files, strict=True)
    )


def _reaches(file: FileReport, settings: Settings) -> bool:
    if settings.fail_on == "never":
        return False
    least = Severity(settings.fail_on).rank
    return any(each.severity and each.severity.rank >= least for each in file.findings)
