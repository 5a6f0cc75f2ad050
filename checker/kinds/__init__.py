"""Checks and nothing else: one kind, one module, in rooms by what they look at."""
