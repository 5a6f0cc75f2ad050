"""YAML to rules, refused with file, line and a way out."""
