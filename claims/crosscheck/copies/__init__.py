"""Finding sentences and articles that are written alike, and in what they are unlike."""
