"""`python -m local`: runs the command line and says expected problems in one line."""

import os
import sys

from botocore.exceptions import BotoCoreError, ClientError
from httpx import HTTPError

from local.arguments import add_options
from local.commands.app import app
from local.commands.console import say
from local.errors import LocalError


def main() -> None:
    """Run one command; exit 1 with a line on stderr if it cannot do what was asked."""
    try:
        _check_arguments()
        add_options()
        app()
    except LocalError as error:
        say(f"error: {error}", style="red")
    except (BotoCoreError, ClientError) as error:
        say(f"error: AWS, or the emulator in its place, answered: {error}", style="red")
    except HTTPError as error:
        say(f"error: no answer from the server: {error}", style="red")
    sys.exit(1)


def _check_arguments() -> None:
    """Raise LocalError for what was typed in another encoding than the terminal's."""
    given = [*sys.argv[1:], *(value for name, value in os.environ.items() if name.startswith("SUPPORT_"))]
    for text in given:
        try:
            text.encode()
        except UnicodeEncodeError:
            shown = text.encode("utf-8", "backslashreplace").decode()
            raise LocalError(
                f"{shown} is not valid UTF-8: set the terminal to UTF-8, or send a message by a pipe (-)"
            ) from None


if __name__ == "__main__":
    main()
