"""Turn a file's bytes into a document."""
