"""The environments: `load(name)` reads one, `Environment` says what it holds."""

from .availability import missing, unwatched
from .environment import Api, Environment, Gesture, Reply, Retention, Subscriber, Voice
from .loading import ENVIRONMENTS, ConfigError, load, names

__all__ = [
    "ENVIRONMENTS",
    "Api",
    "ConfigError",
    "Environment",
    "Gesture",
    "Reply",
    "Retention",
    "Subscriber",
    "Voice",
    "load",
    "missing",
    "names",
    "unwatched",
]
