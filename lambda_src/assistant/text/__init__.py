"""Normalising, splitting and cleaning text."""
