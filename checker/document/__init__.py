"""What was submitted: one report, as its body published it."""
