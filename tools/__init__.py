"""Generators: parts of README.md and docs, written from the code; and what workflows need of GitHub."""
