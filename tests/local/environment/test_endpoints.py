"""Where the AI calls go."""

from pathlib import Path

import pytest

from local.environment.endpoints import AiChoice, launch_ai
from local.environment.processes import free_port
from local.errors import LocalError
from tests.local.conftest import SmallApi


@pytest.mark.parametrize(
    ("choice", "option"),
    [(("bedrock",), "--ai bedrock"), (("stand-ins", "localhost:1"), "--model-url localhost:1")],
)
def test_an_invalid_address_is_refused(choice: tuple[str, ...], option: str) -> None:
    with pytest.raises(LocalError, match=f"{option} is not an address"):
        AiChoice(*choice)


def test_an_external_server_is_used_unchanged(small_api: SmallApi, tmp_path: Path) -> None:
    assert launch_ai(AiChoice(small_api.url + "/"), tmp_path) == (small_api.url, None)


@pytest.mark.parametrize("option", ["--ai", "--model-url"])
def test_a_server_that_does_not_answer_is_named(option: str, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    choice = AiChoice(url) if option == "--ai" else AiChoice(model_url=url)
    with pytest.raises(LocalError, match=f"{option} {url} does not answer"):
        launch_ai(choice, tmp_path)
