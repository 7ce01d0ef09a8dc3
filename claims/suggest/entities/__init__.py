"""Names in a text: those that are known, and those that nobody has listed."""
