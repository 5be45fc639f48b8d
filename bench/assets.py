"""How large the functions' packages are: a small one is fetched and unpacked quickly at a cold start."""

from typing import Final

from bench.figures import Figure
from local.environment.deployment import Deployment

GOAL: Final = 150.0
"""Kilobytes, packed, without the layer: what Lambda reports as a function's CodeSize."""


def measure(deployment: Deployment) -> Figure:
    """Return the size of the largest function's package."""
    functions = deployment.clients.session.client("lambda", **deployment.clients.options)
    pages = functions.get_paginator("list_functions").paginate()
    sizes = {
        function["Handler"]: function["CodeSize"]
        for page in pages
        for function in page["Functions"]
        if function["Handler"].startswith("assistant.")
    }
    largest = max(sizes, key=lambda name: sizes[name])
    return Figure(f"largest of {len(sizes)} packages", sizes[largest] / 1024, GOAL, largest, "KB")
