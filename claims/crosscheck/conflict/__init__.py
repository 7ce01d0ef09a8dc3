"""What excludes each other in one slot, and the sides that it makes."""
