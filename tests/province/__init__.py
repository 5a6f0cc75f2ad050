"""A province of our own making: consistent reports of its bodies, and known exceptions."""
