"""Checks of what a report says, or leaves unsaid."""
