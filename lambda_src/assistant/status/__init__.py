"""Shows a request to the holder of its status link."""
