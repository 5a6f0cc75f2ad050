"""The moment that it is, where the program runs."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return the moment, in the zone of the machine."""
    return datetime.now(tz=UTC).astimezone()


def this_day() -> date:
    """Return the day, in the zone of the machine."""
    return now().date()
