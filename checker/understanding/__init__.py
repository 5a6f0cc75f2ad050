"""From a raw page to a document: normal text, extent, parts, facts, tables, figures."""
