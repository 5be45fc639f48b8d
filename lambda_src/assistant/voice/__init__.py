"""Speaks the reply, in the workflow or when somebody asks for it."""
