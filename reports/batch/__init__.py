"""What is written of many reports together: a line for each, the league table, the index."""
