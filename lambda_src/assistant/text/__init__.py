"""Text shared by all: the one normalizer, splitting, and the formats of numbers, currencies and codes."""
