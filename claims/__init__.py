"""A claim ledger for fact-checking desks."""

__version__ = "0.1.0"
