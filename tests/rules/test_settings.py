"""What qms.yaml may tell single rules."""

import pytest

from smmkit.rules import rules_with_settings


@pytest.mark.parametrize("rule", rules_with_settings(), ids=lambda pair: pair[0].code)
def test_every_setting_has_a_default(rule):
    rule[1]()
