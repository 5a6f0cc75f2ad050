"""The shipped rules, loaded once."""

from functools import cache

from govcheck.errors import Unusable
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook


@cache
def book() -> Rulebook:
    """Return the shipped rule book."""
    return load_rulebook()


def require_refusal(group: BaseExceptionGroup[BaseException]) -> None:
    """Raise what a group holds beside refusals."""
    _, rest = group.split(Unusable)
    if rest is not None:
        raise rest
