"""Checks of the form: parts, titles, tables, cells."""
