"""Erases what is kept of a request, by its link or for a customer."""
