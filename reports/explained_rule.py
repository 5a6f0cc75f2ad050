"""What a page says of a rule: all pages of reports of like bodies say the same."""

from functools import lru_cache

from markupsafe import Markup

from govcheck.reports.environment import environment
from govcheck.reports.view_rules import RuleView


@lru_cache(maxsize=1024)
def explained(rule: RuleView) -> Markup:
    """Write the item of a rule; the rules of some ten sorts of reports are remembered."""
    words = environment().get_template("rule.html").render(rule=rule)
    return Markup(words)  # noqa: S704 - escaped by the template
