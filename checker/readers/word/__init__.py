"""What ``from_docx`` is made of: package, styles, numbers, and how a story is read."""
