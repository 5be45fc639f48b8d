"""Separates the customer's own words from what was quoted, forwarded, pasted or appended."""
