"""Completes a request: record, transcript, notification."""
