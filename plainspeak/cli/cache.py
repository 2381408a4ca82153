"""`plainspeak cache`."""

from __future__ import annotations

import os

from plainspeak.cache.store import MOST_BYTES, Store, home
from plainspeak.cli.options import debug_option, examples, group
from plainspeak.cli.terminal import put
from plainspeak.errors import WriteError

__all__ = ["cache"]

_KINDS = {
    "runs": ("whole run", "whole runs"),
    "reports": ("report of a document", "reports of documents"),
    "blocks": ("note on a document, block by block", "notes on documents, block by block"),
}
"""What one and many of each kind of value are called."""

_VERSIONS = (
    "A document may have several: one for each way to check it, and a report for each version."
)


@group(
    epilog=examples(
        "plainspeak cache info      see where it is and how large",
        "plainspeak cache clear     delete it",
    ),
)
def cache() -> None:
    """See or delete what plainspeak keeps to be quick.

    It keeps what it found in each document. The next check looks again only at what changed: your
    text, your settings, your glossaries or plainspeak itself. You can delete it at any time.
    """


@cache.command()
@debug_option
def info() -> None:
    """Say where it is and how large."""
    store = Store(home())
    sizes = store.size()
    lines = [_named(store)]
    for kind, (count, size) in sorted(sizes.items()):
        lines.append(f"  {count:>6,}  {_KINDS[kind][count != 1]}, {_megabytes(size)}")
    if not sizes:
        lines.append("  nothing kept")
    if "reports" in sizes:
        lines.append(_VERSIONS)
    lines.append(f"The most it may take is {_megabytes(MOST_BYTES)}.")
    put("".join(f"{line}\n" for line in lines))


@cache.command()
@debug_option
def clear() -> None:
    """Delete it."""
    store = Store(home())
    place = _named(store)
    try:
        _, size = store.clear()
    except OSError as error:
        raise WriteError(
            f"{place}: the folder cannot be deleted ({error.strerror or error}). "
            "Look what it is, and if you may write there."
        ) from None
    put(f"{place}: {_megabytes(size)} deleted.\n" if size else f"{place}: nothing was kept.\n")


def _named(store: Store) -> str:
    """The folder, as short as it can be from here."""
    try:
        return os.path.relpath(store.folder)
    except (OSError, ValueError):
        return store.folder


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
