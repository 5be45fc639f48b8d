"""One index: its vectors by their keys, and the nearest of them."""

import hashlib
from typing import Any

import numpy as np

from local.standins.s3vectors.limits import MAX_TOP_K, Values, check_metadata, checked_values, invalid
from local.standins.s3vectors.paging import page

_NOT_STOOD_IN = ("filter", "queryTexts", "returnScores", "nextToken")
_SEGMENTS = ("segmentCount", "segmentIndex")


class Index:
    """Holds vectors; `about` is what the service says of the index."""

    def __init__(self, about: dict[str, Any]) -> None:
        self.about = about
        self._values: dict[str, Values] = {}
        self._metadata: dict[str, dict[str, Any]] = {}

    def put(self, params: dict[str, Any]) -> None:
        """Store vectors, each in the place of the one that had its key; all of them or none."""
        kept, metadata = {}, {}
        hidden = self.about.get("metadataConfiguration", {}).get("nonFilterableMetadataKeys", [])
        for number, vector in enumerate(params["vectors"]):
            key, path = vector["key"], f"/vectors/{number}"
            if key in kept:
                raise invalid("a key may stand in a request once", f"{path}/key")
            kept[key] = self._checked(vector["data"], f"{path}/data")
            check_metadata(vector.get("metadata", {}), hidden, f"{path}/metadata")
            metadata[key] = vector.get("metadata", {})
        self._values |= kept
        self._metadata |= metadata

    def get(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        """Return those of the vectors that are there."""
        return [self._shown(key, params) for key in dict.fromkeys(params["keys"]) if key in self._values]

    def delete(self, params: dict[str, Any]) -> None:
        """Delete vectors; one that is not there counts as deleted."""
        for key in params["keys"]:
            self._values.pop(key, None)
            self._metadata.pop(key, None)

    def listed(self, params: dict[str, Any]) -> dict[str, Any]:
        """Return a page of the vectors, in no order that means anything."""
        if given := [name for name in _SEGMENTS if name in params]:
            raise _lacking(given)
        keys, more = page({hashlib.sha256(key.encode()).hexdigest(): key for key in self._values}, params)
        return {"vectors": [self._shown(key, params) for key in keys], **more}

    def query(self, params: dict[str, Any]) -> dict[str, Any]:
        """Return the nearest vectors, the nearest first."""
        if given := [name for name in _NOT_STOOD_IN if params.get(name)]:
            raise _lacking(given)
        if params["topK"] > MAX_TOP_K:
            raise invalid(f"topK may be {MAX_TOP_K} at most", "/topK")
        if "queryVector" not in params:
            raise invalid("a search needs a vector", "/queryVector")
        near = self._nearest(self._checked(params["queryVector"], "/queryVector"), params["topK"])
        shown = params | {"returnData": False}
        found = [self._shown(key, shown) for key, _ in near]
        if params.get("returnDistance"):
            found = [one | {"distance": distance} for one, (_, distance) in zip(found, near, strict=True)]
        return {"vectors": found, "distanceMetric": self.about["distanceMetric"]}

    def _nearest(self, values: Values, most: int) -> list[tuple[str, float]]:
        if not self._values:
            return []
        stored = np.stack(list(self._values.values()))
        if self.about["distanceMetric"] == "cosine":
            lengths = np.linalg.norm(stored, axis=1) * np.linalg.norm(values)
            distances = 1 - stored @ values / lengths
        else:
            distances = np.linalg.norm(stored - values, axis=1)
        keys = list(self._values)
        return [
            (keys[place], float(distances[place])) for place in np.argsort(distances, kind="stable")[:most]
        ]

    def _checked(self, data: dict[str, Any], path: str) -> Values:
        return checked_values(data, self.about["dimension"], self.about["distanceMetric"], path)

    def _shown(self, key: str, params: dict[str, Any]) -> dict[str, Any]:
        shown: dict[str, Any] = {"key": key}
        if params.get("returnData"):
            shown["data"] = {"float32": self._values[key].tolist()}
        if params.get("returnMetadata"):
            shown["metadata"] = self._metadata[key]
        return shown


def _lacking(given: list[str]) -> Exception:
    return invalid(f"S3 Vectors has it, but the local stand-in lacks {', '.join(given)}", f"/{given[0]}")
