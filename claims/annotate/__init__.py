"""A reviewer's decisions about what tools proposed."""
