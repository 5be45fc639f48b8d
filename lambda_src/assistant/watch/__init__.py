"""Watches, as a customer would see it, whether the desk answers."""
