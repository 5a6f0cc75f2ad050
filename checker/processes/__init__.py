"""Other processes, started in one way: bounded, never orphaned, deaf to a report's folder."""
