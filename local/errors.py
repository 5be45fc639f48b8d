"""What the command line says instead of a traceback."""


class LocalError(Exception):
    """An expected problem: one line that names what is wrong and what would be right."""
