"""Generators of what stands in README and docs, from the code."""
