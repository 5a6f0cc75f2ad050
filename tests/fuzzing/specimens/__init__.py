"""Sound inputs of every format that govcheck reads, to be mutated."""
