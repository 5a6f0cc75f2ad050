"""The law as data: instruments, forms, word lists, and one folder of rules per rule set."""
