"""From a page to its report: extent, title, parts and what it says of itself."""
