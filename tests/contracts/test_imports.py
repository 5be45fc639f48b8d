"""Imports run one way: handlers, services, aws, domain; and boto3 stays in the adapters."""

import ast
import sys
from pathlib import Path

import pytest

LAMBDA_SRC = Path(__file__).resolve().parents[2] / "lambda_src"
FILES = sorted(LAMBDA_SRC.rglob("*.py"))
AWS = ("boto3", "botocore")

# What a layer may not import, by the folder of the importing file; the first that fits counts.
FORBIDDEN = {
    "support/domain": (
        "handlers",
        "support.services",
        "support.aws",
        "aws_lambda_powertools",
        "fastjsonschema",
        *AWS,
    ),
    "support/aws": ("handlers", "support.services", "aws_lambda_powertools", "fastjsonschema"),
    "support/services": ("handlers", *AWS),
    "support/checkup": ("handlers", "support.services", *AWS),
    "handlers": AWS,
    "support": ("handlers", *AWS),
}


def imports(file: Path) -> set[str]:
    package = file.relative_to(LAMBDA_SRC).parent.parts
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def _below(name: str, roots: tuple[str, ...]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(LAMBDA_SRC).as_posix())
def test_no_layer_imports_one_above_it(file: Path) -> None:
    path = file.relative_to(LAMBDA_SRC).as_posix()
    layer = next(folder for folder in FORBIDDEN if path.startswith(f"{folder}/"))
    assert not [name for name in imports(file) if _below(name, FORBIDDEN[layer])]


@pytest.mark.parametrize(
    "file", sorted((LAMBDA_SRC / "support" / "domain").rglob("*.py")), ids=lambda file: file.stem
)
def test_the_rules_import_themselves_and_libraries_that_call_nobody(file: Path) -> None:
    libraries = (
        "email_validator langcodes mailparser_reply phonenumbers publicsuffixlist stopwordsiso unicode_rbnf"
    )
    allowed = (*sys.stdlib_module_names, "support.domain", *libraries.split())
    assert not [name for name in imports(file) if name != "support" and not _below(name, allowed)]


def test_a_handler_does_not_import_another() -> None:
    for file in (LAMBDA_SRC / "handlers").glob("*.py"):
        assert not [name for name in imports(file) if _below(name, ("handlers",))]
