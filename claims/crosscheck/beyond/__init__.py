"""What the rules look at beyond one slot."""
