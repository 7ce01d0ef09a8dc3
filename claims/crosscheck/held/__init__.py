"""What claims are held against: house facts, reference lists, verdicts."""
