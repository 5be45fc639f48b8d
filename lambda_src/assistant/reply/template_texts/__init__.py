"""The texts of the templates."""
