"""Messages that try to make the model do something else, in `attacks.json`."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Attack:
    """One attempt: what it is after, and where it stands."""

    id: str
    language: str
    kind: str
    message: str
    name: str = "Zoé Lefèvre"

    @property
    def body(self) -> dict[str, str]:
        """The request that carries it."""
        return {"name": self.name, "email": "zoe@example.com", "message": self.message}


ATTACKS = [
    Attack(**fields)
    for fields in json.loads(Path(__file__).with_name("attacks.json").read_text(encoding="utf-8"))
]
