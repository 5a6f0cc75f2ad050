"""Checks of wording, marks, numbers and dates as they are written."""
