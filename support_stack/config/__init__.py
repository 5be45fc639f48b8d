"""The environments: `load(name)` reads one, `Environment` says what it holds."""

from .availability import missing, unwatched
from .environment import Api, Environment, Gesture, Links, Reply, Retention, Rollout, Subscriber, Voice
from .loading import ENVIRONMENTS, ConfigError, dump, load, names, parse, public_base

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
    "load",
    "missing",
    "names",
    "parse",
    "public_base",
    "unwatched",
]
