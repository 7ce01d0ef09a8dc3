"""A share that a text gives in two forms must come to the same in both."""

import pytest

from tests.crosscheck.texts import Press
from tests.suggest.test_restated import TWICE


@pytest.mark.parametrize(("text", "language", "right", "wrong"), TWICE)
def test_a_share_that_does_not_come_to_what_it_says_is_a_contradiction(
    press: Press, text: str, language: str, right: int, wrong: int
) -> None:
    press.print("a", text.format(right), language=language)
    assert press.check("value-contradiction") == []
    press.print("a", text.format(wrong), language=language)
    assert len(press.check("value-contradiction")) == 1
