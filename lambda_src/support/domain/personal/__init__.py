"""Personal data in a text: found by patterns and by Comprehend, and masked."""
