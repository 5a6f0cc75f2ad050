"""The commands of the command line; only they touch files and streams."""
