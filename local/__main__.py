"""`python -m local`: runs the command line and says expected problems in one line."""

import sys

from botocore.exceptions import BotoCoreError, ClientError
from httpx import HTTPError

from local.cli import app
from local.console import say
from local.errors import LocalError


def main() -> None:
    """Run one command; exit 1 with a line on stderr if it cannot do what was asked."""
    try:
        app()
    except LocalError as error:
        say(f"error: {error}", style="red")
    except (BotoCoreError, ClientError) as error:
        say(f"error: AWS, or the emulator in its place, answered: {error}", style="red")
    except HTTPError as error:
        say(f"error: no answer from the server: {error}", style="red")
    sys.exit(1)


if __name__ == "__main__":
    main()
