"""Fuzz one promise for as long as you like, led by which code the texts reach.

python -m benchmarks.fuzz.with_atheris TARGET [OPTION ...] [NEW_TEXTS [SEEDS ...]]

TARGET is a name in `promises.TARGETS`, the options are those of libFuzzer, such as
`-max_total_time=600`, and the rest are folders. Needs `pip install atheris`, which plainspeak does
not. A text that breaks the promise is written to `crash-…` in the current folder: mend what is
wrong, and add the text to `tests/fuzz/crashes/`.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["plainspeak"]):
    from benchmarks.fuzz.promises import TARGETS

    # Much is imported only when it is needed, and what is imported later is not watched.
    for name in sys.argv[1:2]:
        TARGETS.get(name, str)("word: *words*\n")


def main() -> None:
    """Fuzz until told to stop."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"Name what to fuzz: {', '.join(TARGETS)}.")
    promise = TARGETS[sys.argv.pop(1)]

    def one(data: bytes) -> None:
        promise(data.decode(errors="ignore"))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
