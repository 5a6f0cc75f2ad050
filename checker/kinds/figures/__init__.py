"""Checks of figures: sums, breakdowns, rates, and prose against tables."""
