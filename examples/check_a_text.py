"""Check a text and a file from Python. Run it with `python examples/check_a_text.py`."""

from pathlib import Path

import plainspeak

# A text that is in no file.
report = plainspeak.check_text("We utilise reciprocity. The form must be completed by the carer.")
for finding in report.findings:
    print(f"{finding.text}: {finding.message}")

# A file, as an easy read should be.
guide = Path(__file__).parent / "plain.md"
report = plainspeak.check(guide, profile="easy-read")
print(f"{guide.name}: {len(report.findings)} findings")

# How hard a file is to read.
scores = plainspeak.score(guide)
print(f"Reading age: {scores.whole.reading_age}")
for section in scores.sections:
    print(f"- {section.title}: {section.scores.reading_age}")

# Many files with the same settings.
checker = plainspeak.Checker(plainspeak.Settings(profile="technical", select=("jargon",)))
for file in checker.check_files(sorted(guide.parent.glob("*.md"))):
    print(f"{Path(file.path).name}: {len(file.findings)} words to look at")
