"""Checks what the product depends on and does not own."""
