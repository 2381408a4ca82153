"""What the measurements ran on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from plainspeak import __version__

__all__ = ["describe"]


def describe() -> dict[str, Any]:
    """The machine, and the versions of what was measured.

    `load` is how many processes wanted to run, on average over the last minute: next to 0 if
    nothing else was at work.
    """
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "plainspeak": __version__,
        "spacy": version("spacy"),
        "numpy": version("numpy"),
        "load": round(os.getloadavg()[0], 1),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())
