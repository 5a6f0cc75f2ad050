"""Two reports held against each other: pure functions over two documents."""
