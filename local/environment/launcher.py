"""Starts MiniStack with its patches, in the emulator's own venv: `python -m local.environment.launcher`."""

import os
from importlib.metadata import version

from ministack import app  # type: ignore[import-not-found]

from local.environment.patches import (
    PINNED,
    bedrock,
    cloudformation,
    functions,
    gateway,
    pages,
    vectors,
    versions,
    workflow,
)


def main() -> None:
    """Check the version, apply the patches, serve until told to end."""
    if version("ministack") != PINNED:
        installed = version("ministack")
        raise SystemExit(f"ministack {installed} is installed, {PINNED} is needed: run `make setup`")
    functions.patch_errors()
    functions.patch_throttles()
    gateway.patch_request_context()
    bedrock.patch_model_proxy()
    bedrock.patch_embeddings()
    cloudformation.patch_resource_types()
    gateway.patch_method_settings()
    workflow.patch_alert_attributes()
    workflow.patch_retry_delays()
    cloudformation.patch_deletion()
    cloudformation.patch_environment_size()
    vectors.patch_vector_types()
    versions.patch_version_types()
    versions.patch_executions()
    versions.patch_permissions()
    pages.guard_from_pages()
    os.environ.pop("LOG_LEVEL", None)  # read by now; the functions' logger would take it for its own
    app._port_is_bindable = lambda *_: False  # with TLS it would listen on 443 too
    app.main()


if __name__ == "__main__":
    main()
