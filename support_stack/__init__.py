"""The infrastructure, in the order in which a request travels.

It takes its vocabulary from the functions' own package, `assistant`: one list of categories, languages,
priorities and settings.
"""

from pathlib import Path

LAMBDA_SRC = Path(__file__).resolve().parents[1] / "lambda_src"
