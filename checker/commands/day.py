"""A day as the value of an option."""

from datetime import date

import click

from govcheck.understanding.written_day import day_of


def day(written: str) -> date:
    """Return the day that a value is.  Raises BadParameter, in Chinese, for what is none."""
    found = day_of(written)
    if found is None:
        raise click.BadParameter("应写成 2026-01-10 这样的日期")
    return found
