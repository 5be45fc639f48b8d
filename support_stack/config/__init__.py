"""The environments: `load(name)` reads one, `Environment` says what it holds."""

from .availability import missing, unwatched
from .environment import Api, Environment, Gesture, Links, Reply, Retention, Rollout, Subscriber, Voice
from .loading import (
    ENVIRONMENTS,
    ConfigError,
    dump,
    file_of,
    is_pull_request,
    load,
    names,
    parse,
    public_base,
)

__all__ = [
    "ENVIRONMENTS",
    "Api",
    "ConfigError",
    "Environment",
    "Gesture",
    "Links",
    "Reply",
    "Retention",
    "Rollout",
    "Subscriber",
    "Voice",
    "dump",
    "file_of",
    "is_pull_request",
    "load",
    "missing",
    "names",
    "parse",
    "public_base",
    "unwatched",
]
