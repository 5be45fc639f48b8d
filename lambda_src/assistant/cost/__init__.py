"""What a request uses, and what that costs."""
