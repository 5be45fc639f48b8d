"""How thoroughly properties are tried: the same examples on every machine, none remembered."""

from hypothesis import settings

thoroughly = settings(max_examples=200, deadline=None, derandomize=True, database=None)
