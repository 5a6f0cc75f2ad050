"""The arithmetic of tables: which sums hold, and which cells repair those that do not."""
