"""Hold a document against the rules: outcomes, findings, score."""
