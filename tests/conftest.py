import os

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more about the machine than about the code.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def pytest_runtest_setup(item):
    mark = item.get_closest_marker("needs_posix")
    if mark and os.name != "posix":
        pytest.skip(f"needs {mark.args[0]}, which this system lacks or has in another way")
