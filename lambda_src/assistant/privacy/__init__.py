"""Finds personal data in a text, and masks it by the environment's rule."""
