"""The signs that the terminal summary draws with, and what stands for them in ASCII."""

from collections.abc import Mapping
from typing import Final

WON: Final = "█"
"""A piece of a bar: points that are sure."""
LOST: Final = "░"
"""A piece of a bar: points that are lost or undecided."""
BELOW: Final = "└"
"""Before what follows from the line above."""

IN_ASCII: Final[Mapping[str, str]] = {WON: "#", LOST: ".", BELOW: "-"}
"""Each sign to its fallback, of the same width, for a console that lacks it."""
