from collections.abc import Callable

import pytest

from benchmarks.fuzz.promises import is_true
from plainspeak.model import Document


@pytest.fixture(scope="session")
def assert_true() -> Callable[[Document], None]:
    return is_true
