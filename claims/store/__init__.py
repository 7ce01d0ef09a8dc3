"""Where the ledger is kept: tables, queries, the engine, and the one seam through which rows are written."""
