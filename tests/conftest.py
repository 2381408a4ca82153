import os

import pytest


def pytest_runtest_setup(item):
    mark = item.get_closest_marker("needs_posix")
    if mark and os.name != "posix":
        pytest.skip(f"needs {mark.args[0]}, which this system lacks or has in another way")
