"""The words of the template replies, by family of languages."""
