"""Kinds that ask of a report what those of other bodies say."""
