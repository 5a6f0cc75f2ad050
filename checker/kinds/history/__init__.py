"""Kinds that ask of this year's report what last year's says."""
