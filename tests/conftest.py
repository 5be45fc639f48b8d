"""Profiles of the property tests: `quick` for `make unit`, where each property is tried less often."""

from hypothesis import settings

settings.register_profile("quick", max_examples=5)
