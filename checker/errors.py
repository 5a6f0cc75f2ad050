"""Errors that a user can act on."""


class Unusable(Exception):
    """An input or an option cannot be used; the message is one line for the user (Chinese)."""
