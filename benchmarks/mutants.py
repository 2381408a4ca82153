"""Check documents that have been spoilt at random, and see that none of them breaks a check.

python -m benchmarks.mutants FOLDER [--number 10000] [--start 0] [--seed 1] [--every 1] [--keep DIR]

Each spoilt document is a piece of a real one with a few mutations. It must be checked, or refused
with a reason, within 2 seconds of processor time. No rule may break, every place must be inside the
file, and every fix must fit the file it is for. Every tenth document is fixed too, and the result
must settle and have the same blocks. What fails is printed, and with --keep it is saved. Ctrl-C
stops it, and it says how far it came. The exit code is 1 if anything failed. Nothing in the folder
changes.
"""

from __future__ import annotations

import argparse
import random
import signal
import string
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType

from benchmarks.fix_folder import LISTING, same_blocks
from plainspeak import readers, reporters
from plainspeak.config import PROFILES, Settings
from plainspeak.engine import Checker
from plainspeak.errors import ReadError
from plainspeak.fixing import edited, fix_document
from plainspeak.model import Document, Edit, FileReport, Location, Report

SIZE = 3_000
"""Bytes of a real document that a spoilt one starts from."""
LARGEST = 6_000
"""Repeated blocks stop here, so that the time is for a document of a known size."""
MOST_SECONDS = 2.0
"""Of processor time, for one check."""
HANGS_AFTER = 60.0
"""Seconds of processor time after which a check is stopped."""
FIX_EVERY = 10

MARKUP = (
    *("*", "**", "_", "`", "``", "```\n", "[", "]", "(", ")", "](", "![", "<", ">", "</b>"),
    *("<b>", "<p>", "<li>", "</ul>", "<!--", "-->", "<script>", "</script>", "<code>", "&", "&#0;"),
    *("&amp;", "|", "|---|\n", "\n# ", "\n> ", "\n- ", "\n1. ", "\n    ", "\t", "\\", "{{", "}}"),
    *("{%", "%}", "[^1]", "[^1]: ", "\n: ", "---\n", "===\n", "<!-- plainspeak: off -->", "\n\n"),
    *("<!-- plainspeak: ignore-next jargon -->", "#plainspeak: off\n", "...", "“", "”", "'", '"'),
)  # fmt: skip
ODD = (
    *("\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u2028", "\u0085", "\u00a0"),
    *("\u0301" * 20, "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\ufffc", "\ufdd0", "\uffff"),
    *("\x1b[31m", "\x7f", "\x0b", "\x0c", "\u0130", "\u01c4", "ß", "ﬁ", "½", "²", "٣", "Ⅷ", "ʼn"),
    *("\U0010ffff", "\u0600", "אבג", "漢字。", "\u1680", "\u3000", "’", "‑", "–", "€", "\r"),
)  # fmt: skip
TRICKY = (
    *(
        "31/02/2020",
        "1st-2nd Jan 99",
        "25:61",
        "12.30a.m.",
        "0-24 hrs",
        "£1.2m",
        "1,000,00",
        "10^6",
    ),
    *("IV.", "MMXX", "and/or", "he/she/they", "form(s)", "ies(y)", "e.g.", "i.e. etc.", "½ of 1/2"),
    *("1–", "–5%", "0.0.0.0", "...5", "no. 5", "(a)(b)(iv)", "N.B.C. (NBC)", "U.S.", "ABC (abc)"),
    *("isn’t", "’twas", "who’d’ve", "must not not", "was being been done by by", "by which by"),
    *(
        "shall",
        "there is are",
        "make a decision about",
        "utilise utilising",
        "prior to to",
        "in order",
    ),
    *("either", "because although if unless", ", which, who, that,", "; and; or;", "(((", "—and—"),
    *(
        "co-production",
        "reciprocity",
        "stakeholders’",
        "the the",
        "A an",
        "one of two of the three",
    ),
    *(
        "first, second and third",
        "?!?",
        "Dear Sir/Madam",
        "http://x/y)",
        "a@b.c",
        "C:\\x",
        "#tag",
        "\n",
    ),
)

Random = random.Random
Mutation = Callable[[str, Random], str]


def _place(text: str, rng: Random) -> int:
    return rng.randint(0, len(text))


def _put(text: str, what: str, at: int) -> str:
    return text[:at] + what + text[at:]


def flip_bits(text: str, rng: Random) -> str:
    """A few bits of the text turned over; mostly low ones of a letter, so that it stays text."""
    data = bytearray(text.encode("utf-8", "surrogateescape"))
    for _ in range(rng.randint(1, 12) if data else 0):
        at = rng.randrange(len(data))
        data[at] ^= 1 << (rng.randrange(7) if data[at] < 128 and rng.random() < 0.97 else 7)
    return data.decode("utf-8", "surrogateescape")


def move_lines(text: str, rng: Random) -> str:
    """Some lines cut and put in elsewhere."""
    lines = text.splitlines(keepends=True)
    for _ in range(rng.randint(1, 6) if lines else 0):
        first = rng.randrange(len(lines))
        cut = lines[first : first + rng.randint(1, 5)]
        del lines[first : first + len(cut)]
        at = rng.randint(0, len(lines))
        lines[at:at] = cut
    return "".join(lines)


def move_words(text: str, rng: Random) -> str:
    """Some words cut and put in elsewhere, so that sentences make no sense."""
    words = text.split(" ")
    for _ in range(rng.randint(1, 20)):
        words.insert(rng.randint(0, len(words)), words.pop(rng.randrange(len(words))))
    return " ".join(words)


def add_markup(text: str, rng: Random) -> str:
    """Markup put in anywhere."""
    for _ in range(rng.randint(1, 15)):
        text = _put(text, rng.choice(MARKUP) * rng.choice((1, 1, 1, 2, 40)), _place(text, rng))
    return text


def double_markup(text: str, rng: Random) -> str:
    """Each sign of one kind written twice or more."""
    sign = rng.choice("*_`[]()<>|#-.,:;'\"&!\n")
    return text.replace(sign, sign * rng.randint(2, 4))


def delete_signs(text: str, rng: Random) -> str:
    """Some brackets, quotation marks and stops taken out."""
    signs = rng.sample("[](){}<>`*_|\"'.,;:\n", rng.randint(1, 4))
    return "".join(sign for sign in text if sign not in signs or rng.random() < 0.5)


def swap_line_ends(text: str, rng: Random) -> str:
    """Line ends of other systems, all alike or mixed."""
    ends = rng.choice((["\r\n"], ["\r"], ["\n", "\r\n", "\r"], ["\n", "\u2028", "\x0b", "\x85"]))
    return "".join(rng.choice(ends) if sign == "\n" else sign for sign in text)


def add_odd_signs(text: str, rng: Random) -> str:
    """Signs put in that few texts have: invisible ones, other scripts, any code point at all."""
    for _ in range(rng.randint(1, 25)):
        point = rng.randrange(1, 0x110000)
        anything = chr(point) if not 0xD800 <= point < 0xE000 else " "
        text = _put(text, rng.choice((*ODD, anything)), _place(text, rng))
    return text


def cut_short(text: str, rng: Random) -> str:
    """The end or the start cut off, in the middle of whatever is there."""
    at = _place(text, rng)
    return text[:at] if rng.random() < 0.7 else text[at:]


def repeat_block(text: str, rng: Random) -> str:
    """A stretch of the text again and again."""
    start = _place(text, rng)
    return _put(text, text[start : start + rng.randint(1, 400)] * rng.randint(2, 30), start)


def change_case(text: str, rng: Random) -> str:
    """A stretch in capitals, in small letters, or with the two swapped."""
    start = _place(text, rng)
    end = min(len(text), start + rng.randint(10, 2_000))
    how = rng.choice((str.upper, str.lower, str.swapcase, str.title))
    return text[:start] + how(text[start:end]) + text[end:]


def join_words(text: str, rng: Random) -> str:
    """Some of the spaces, or all in a stretch, taken out or made something else."""
    start = _place(text, rng)
    end = start + rng.randint(10, 1_500)
    with_what = rng.choice(("", "-", "/", ".", "\u00a0", "   ", "_", ", ", "; "))
    return text[:start] + text[start:end].replace(" ", with_what) + text[end:]


def add_digits(text: str, rng: Random) -> str:
    """Numbers, dates and the like put in, whole or in part."""
    for _ in range(rng.randint(1, 20)):
        kind = rng.choice(
            (string.digits, string.digits + ".,:/-%£", "ivxlcIVXLC", string.ascii_letters)
        )
        text = _put(text, "".join(rng.choices(kind, k=rng.randint(1, 24))), _place(text, rng))
    return text


def add_tricky_words(text: str, rng: Random) -> str:
    """Words put in that some rule or rewrite looks for, where they make no sense."""
    for _ in range(rng.randint(1, 25)):
        words = " ".join(rng.choices(TRICKY, k=rng.randint(1, 4)))
        text = _put(
            text, rng.choice((" {} ", "{}", "{} ", ". {} ")).format(words), _place(text, rng)
        )
    return text


MUTATIONS: tuple[Mutation, ...] = (
    flip_bits,
    move_lines,
    move_words,
    add_markup,
    double_markup,
    delete_signs,
    swap_line_ends,
    add_odd_signs,
    cut_short,
    repeat_block,
    change_case,
    join_words,
    add_digits,
    add_tricky_words,
)


def mutant(text: str, rng: Random, size: int = SIZE) -> tuple[bytes, list[str]]:
    """A piece of a text, spoilt: its bytes, and the names of the mutations."""
    start = rng.randint(0, max(0, len(text) - size))
    text = text[start : start + size]
    chosen = rng.choices(MUTATIONS, k=rng.randint(1, 4))
    for mutation in chosen:
        # Bits that no longer make letters come out again as they are.
        text = mutation(text, rng)[:LARGEST]
    return text.encode("utf-8", "surrogateescape"), [each.__name__ for each in chosen]


class Hang(BaseException):
    """A check that takes too long; no rule's own error handling stops it."""


def _stop(signum: int, frame: FrameType | None) -> None:
    raise Hang


def faults_of(document: Document, report: FileReport) -> Iterator[str]:
    """What is wrong with what a check says of a document."""
    yield from (f"bug: {bug}" for bug in report.bugs)
    size = len(document.prose)
    for finding in report.findings:
        what = f"finding of {finding.rule}"
        yield from _misplaced(document, what, finding.location)
        if any(span.end > size for span in (finding.span, *finding.also)):
            yield f"{what}: outside the prose"
        if finding.fix is not None:
            yield from _unfit(document, f"fix for {finding.rule}", finding.fix.edits)
    for proposal in report.proposals:
        yield from _misplaced(document, "proposal", proposal.location)
        yield from _unfit(document, f"proposal by {', '.join(proposal.kinds)}", proposal.edits)


def _misplaced(document: Document, what: str, place: Location | None) -> Iterator[str]:
    source, lines = document.source, document.sourcemap.lines
    if place is None or not 0 <= place.start <= place.end <= len(source):
        yield f"{what}: outside the file: {place}"
        return
    told = ((place.line, place.column), (place.end_line, place.end_column))
    if told != (lines.position(place.start), lines.position(place.end)):
        yield f"{what}: line and column do not fit the offset: {place}"


def _unfit(document: Document, what: str, edits: Sequence[Edit]) -> Iterator[str]:
    position = 0
    for edit in edits:
        yield from _misplaced(document, what, edit.location)
        if edit.location.start < position:
            yield f"{what}: edits out of order or over each other"
        position = edit.location.end
    readers.read_text(edited(document.source, edits), document.format)


class Trial:
    """Checks spoilt documents with one checker, and counts what comes of them."""

    def __init__(self, profile: str) -> None:
        self.checker = Checker(Settings(profile=profile))
        self.counts: Counter[str] = Counter()
        self.slowest = 0.0
        # What is loaded when first used is no part of any document's time.
        for text in (
            "We utilised three rooms prior to the meeting, and we were helped by them.",
            "",
        ):
            self.checker.check_text(text)

    def faults(self, data: bytes, name: str, *, fix: bool) -> list[str]:
        """What goes wrong with a document: nothing, for most."""
        signal.setitimer(signal.ITIMER_PROF, HANGS_AFTER)
        started = time.process_time()
        try:
            document = readers.read_bytes(data, name)
            (report,) = self.checker.check_documents([document])
            (report,) = self.checker.compare([report])
            took = time.process_time() - started
            found = list(faults_of(document, report))
            for reporter in map(reporters.get, reporters.NAMES):
                reporter.report(Report((report,)), width=80, statistics=True)
            self.counts["checked"] += 1
            self.counts["findings"] += len(report.findings)
            self.counts["proposals"] += len(report.proposals)
            if fix:
                fixed = fix_document(document, self.checker)
                self.counts["fixed"] += 1
                found += [] if fixed.settled else ["fix does not settle"]
                listed = any(LISTING in made.kinds for made in fixed.applied)
                found += [] if listed or same_blocks(fixed) else ["fix changes the blocks"]
                found += (f"after the fix, {each}" for each in fixed.left.bugs)
        except ReadError:
            self.counts["refused"] += 1
            return []
        except Hang:
            return [f"stopped after {HANGS_AFTER:.0f} s"]
        except Exception as error:
            trace = error.__traceback__
            while trace and trace.tb_next:
                trace = trace.tb_next
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
            return [f"crash: {type(error).__name__}: {error} ({where})"]
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        self.slowest = max(self.slowest, took)
        return [*found, f"took {took:.1f} s"] if took > MOST_SECONDS else found


def main() -> int:
    """Read the arguments, check the documents and print what failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=10_000, help="how many spoilt documents")
    parser.add_argument("--start", type=int, default=0, help="number of the first one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="take every so many-th real document")
    parser.add_argument("--profile", default=PROFILES[0], choices=PROFILES)
    parser.add_argument("--keep", type=Path, help="a folder to save what fails in")
    given = parser.parse_args()
    files = [p for p in sorted(given.folder.rglob("*")) if readers.format_for(p) and p.is_file()]
    files = files[:: given.every]
    if not files:
        sys.exit(f"{given.folder} has no documents that plainspeak reads.")
    signal.signal(signal.SIGPROF, _stop)
    trial = Trial(given.profile)
    failed = 0
    done = 0
    try:
        for number in range(given.start, given.start + given.number):
            rng = Random(f"{given.seed} {number}")
            file = rng.choice(files)
            data, mutations = mutant(file.read_text(encoding="utf-8", errors="replace"), rng)
            name = f"{number}{file.suffix}"
            faults = trial.faults(data, name, fix=number % FIX_EVERY == 0)
            failed += bool(faults)
            for fault in faults:
                print(f"{name} ({file.name}; {', '.join(mutations)}): {fault}", flush=True)
            if faults and given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / name).write_bytes(data)
            done += 1
    except KeyboardInterrupt:
        print("Stopped.")
    counted = ", ".join(f"{count:,} {what}" for what, count in sorted(trial.counts.items()))
    print(f"{done:,} documents, {failed:,} failed; {counted}")
    print(f"slowest {trial.slowest:.2f} s, all {time.process_time():.0f} s of processor time")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
