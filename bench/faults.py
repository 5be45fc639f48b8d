"""The stand-ins' settings for the latencies of `bench.latencies`."""

from collections.abc import Mapping
from typing import Final

from bench.latencies import ECONOMY as ECONOMY_CALL, LATENCIES, Latency
from local.standins.bedrock.review import TOOL

QUALITY: Final[Mapping[str, Latency]] = {
    **LATENCIES,
    "comprehend.DetectPiiEntities": LATENCIES["comprehend.DetectEntities"],
}
"""By the keys of the stand-ins' faults. Personal data is looked for beside the rest of the analysis."""

ECONOMY: Final[Mapping[str, Latency]] = {**QUALITY, "bedrock": ECONOMY_CALL}


def at_medians(latencies: Mapping[str, Latency]) -> dict[str, dict[str, float | str]]:
    """Return settings under which every call takes the median."""
    return {
        key: {"latency_seconds": latency.median_seconds, **_calls(key)} for key, latency in latencies.items()
    }


def drawn(latencies: Mapping[str, Latency]) -> dict[str, dict[str, float | str]]:
    """Return settings under which each call's latency is drawn, from the same seeds in every run."""
    return {
        key: {
            "latency_seconds": latency.median_seconds,
            "latency_sigma": latency.sigma,
            "seed": seed,
            **_calls(key),
        }
        for seed, (key, latency) in enumerate(latencies.items(), start=1)
    }


def _calls(key: str) -> dict[str, str]:
    """Return what limits a key with a label to its calls: reviews are known by their tool."""
    return {"containing": TOOL} if key.endswith("#review") else {}
