"""The checkup: what the product depends on and does not own, looked at before a customer notices."""
