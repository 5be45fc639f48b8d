"""Speaks the reply, in the workflow or when its link is first opened."""
