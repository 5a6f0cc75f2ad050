"""Checks of who reports, and on which year."""
