"""Findings written back into a Word draft as comments, with nothing else changed."""
