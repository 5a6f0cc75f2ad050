"""What ``from_html`` is made of: the parser's adapter, and how a page flows and is laid out."""
