"""Looks after requests that failed, or that nobody works on."""
