"""From lines of plain text to paragraphs and tables."""
