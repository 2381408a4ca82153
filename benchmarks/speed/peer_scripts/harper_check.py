"""Check Markdown files with Harper's Python package: python harper_check.py FILE..."""

import sys
from pathlib import Path

from harper import Dialect, Linter

linter = Linter(Dialect.BRITISH)
for path in sys.argv[1:]:
    for lint in linter.lint(Path(path).read_text(encoding="utf-8")):
        print(f"{path}: {lint.message}")
