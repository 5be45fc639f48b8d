"""The support desk's functions: one package per capability, and below them what the capabilities share."""
