"""The arithmetic of prose: accounts, breakdowns, rates, rounding, scope."""
