"""Proof: that the log is whole, that the ledger is what the log says, and taking decisions back on record."""
