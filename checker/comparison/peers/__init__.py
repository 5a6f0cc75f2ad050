"""Reports of many bodies held against each other: pure functions over small structs."""
