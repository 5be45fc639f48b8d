"""Takes a customer's message in: POST /requests."""
