"""Findings: what is to be said of them, and their life."""
