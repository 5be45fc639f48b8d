"""Writes the reply: a model drafts it, code checks it, another model reviews it; or a template."""
