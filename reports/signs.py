"""The signs that the terminal summary draws with."""

from typing import Final

WON: Final = "█"
"""A piece of a bar: points that are sure."""
LOST: Final = "░"
"""A piece of a bar: points that are lost or undecided."""
BELOW: Final = "└"
"""Before what follows from the line above."""
