"""What the functions share: rules, adapters, settings, errors."""
