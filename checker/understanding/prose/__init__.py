"""From running text to the quantities that it states."""
