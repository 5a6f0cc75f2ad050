"""Documents of rule examples, and whether each rule says of them what it must."""
