"""Bytes to a raw page, one file format each; no thought of annual reports."""
