"""One module per function: composes what the function uses."""
