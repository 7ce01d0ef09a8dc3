"""Questions to the ledger, one file per noun; `get_` raises, `find_` may return None."""
