"""Generators: parts of README.md and docs, written from the code."""
