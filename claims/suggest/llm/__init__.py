"""The suggester that asks a language model."""
