"""The infrastructure, in the order in which a request travels.

The functions' own rules (`lambda_src/support/domain`, which load no more than the standard library) are the
vocabulary of the infrastructure too: one list of categories, languages, priorities and settings.
"""

import sys
from pathlib import Path

LAMBDA_SRC = Path(__file__).resolve().parents[1] / "lambda_src"

if str(LAMBDA_SRC) not in sys.path:
    sys.path.append(str(LAMBDA_SRC))
