"""Finds personal data and masks it."""
