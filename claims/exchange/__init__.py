"""The ledger in forms that other programs read."""
