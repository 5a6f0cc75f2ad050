"""What is done to a sound input: structure-aware, so that more than its decoder is tried."""
