"""From a sentence to claims: one module for each way of saying something."""
