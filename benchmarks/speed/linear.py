"""What the check of some files takes, without start-up: python -m benchmarks.speed.linear FILE...

Prints JSON: `cpu`, the seconds of processor time, and `words`. Each size has a process of its own,
since a sentence that was seen before may cost less.
"""

from __future__ import annotations

import json
import sys
import time

from plainspeak.engine import Checker

WARM_UP = "# Meeting\n\nWe will utilise the hall. The form must be signed by the carer.\n"


def main() -> None:
    """Load everything with another text, then check the files."""
    checker = Checker()
    checker.check_text(WARM_UP)
    start = time.process_time()
    report = checker.check(sys.argv[1:])
    cpu = time.process_time() - start
    print(json.dumps({"cpu": cpu, "words": sum(file.words for file in report.files)}))


if __name__ == "__main__":
    main()
