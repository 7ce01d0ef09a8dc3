"""What an editor reads, prints and passes on: reports of what the ledger holds."""
