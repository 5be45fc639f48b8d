"""The functions' entry points, one module per function."""
