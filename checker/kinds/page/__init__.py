"""Checks of the page or file around the report."""
