"""One input through govcheck, and what must hold of the outcome."""
