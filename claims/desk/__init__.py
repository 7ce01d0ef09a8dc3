"""What takes several rooms: setting up a ledger, and the whole job in one go."""
