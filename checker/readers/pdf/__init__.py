"""Parts of the PDF reader: from characters and strokes to lines, tables and paragraphs."""
