"""Tells what a customer wrote from what was quoted, forwarded, pasted or appended."""
