from __future__ import annotations

import pytest

from plainspeak.language.foreign import is_foreign


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Enregistrer une copie de ce projet afin que vous puissiez modifier", True),
        ("Mae angen i chi anfon y ffurflen erbyn dydd Gwener", True),
        ("Sie müssen das Formular bis Freitag an uns schicken", True),
        ("You must send us the form by Friday", False),
        ("Staff meet residents every week, then write plans with families", False),
        ("Une copie", False),
        ("", False),
    ],
)
def test_is_foreign(sentence: str, expected: bool) -> None:
    assert is_foreign(sentence.split()) is expected
