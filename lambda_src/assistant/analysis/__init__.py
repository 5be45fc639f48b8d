"""Reads a message: language, translation, sentiment, entities, category, priority."""
