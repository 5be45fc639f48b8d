"""The emulator's environment, which its functions inherit."""

import ssl
import stat
from pathlib import Path

import httpx
import pytest

from local.environment.emulator import AI_SERVICES, Emulator, ensure


def make(folder: Path, **options: object) -> Emulator:
    return Emulator(4600, folder, "http://127.0.0.1:4700", **options)


def test_the_ai_services_lead_to_the_ai_endpoint_and_the_rest_to_the_emulator(tmp_path: Path) -> None:
    variables = make(tmp_path).variables()
    assert {variables[f"AWS_ENDPOINT_URL_{service}"] for service in AI_SERVICES} == {"http://127.0.0.1:4700"}
    assert variables["AWS_ENDPOINT_URL"] == "http://127.0.0.1:4600"


def test_vectors_may_be_kept_elsewhere(tmp_path: Path) -> None:
    assert make(tmp_path).variables()["AWS_ENDPOINT_URL_S3VECTORS"] == "http://127.0.0.1:4700"
    variables = make(tmp_path, vectors_url="http://127.0.0.1:4701").variables()
    assert variables["AWS_ENDPOINT_URL_S3VECTORS"] == "http://127.0.0.1:4701"
    assert variables["AWS_ENDPOINT_URL_POLLY"] == "http://127.0.0.1:4700"


def test_it_listens_on_loopback_alone_and_nowhere_twice(tmp_path: Path) -> None:
    variables = make(tmp_path).variables()
    assert (variables["BIND_HOST"], variables["IOT_MTLS_ENABLED"]) == ("127.0.0.1", "0")


def test_without_tls_no_certificate_is_named(tmp_path: Path) -> None:
    variables = make(tmp_path).variables()
    assert not {"AWS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "AUTH"} & set(
        variables
    )


def test_with_tls_every_client_trusts_the_same_bundle_and_roles_are_checked(tmp_path: Path) -> None:
    certificate = ensure(tmp_path / "tls")
    emulator = make(tmp_path, certificate=certificate)
    variables = emulator.variables()
    assert certificate.trust().items() <= variables.items()
    assert (variables["AUTH"], variables["USE_SSL"]) == ("true", "1")
    assert emulator.endpoint_url == "https://127.0.0.1:4600"


def test_a_model_server_replaces_bedrock_only(tmp_path: Path) -> None:
    variables = make(tmp_path, model_url="http://127.0.0.1:11434", model_name="llama").variables()
    assert "AWS_ENDPOINT_URL_BEDROCK_RUNTIME" not in variables
    assert variables["AWS_ENDPOINT_URL_POLLY"] == "http://127.0.0.1:4700"
    assert variables["MINISTACK_BEDROCK_PROXY_URL"] == "http://127.0.0.1:11434"


def test_with_a_proxy_the_functions_calls_take_their_way_through_it(tmp_path: Path) -> None:
    emulator = make(tmp_path, proxy_url="http://127.0.0.1:4800")
    assert emulator.variables()["AWS_ENDPOINT_URL"] == "http://127.0.0.1:4800"
    assert emulator.variables()["AWS_ENDPOINT_URL_POLLY"] == "http://127.0.0.1:4700"
    assert emulator.endpoint_url == "http://127.0.0.1:4600"


def test_a_started_one_answers(emulator: Emulator) -> None:
    assert httpx.get(f"{emulator.endpoint_url}/_ministack/health", trust_env=False).is_success


@pytest.mark.parametrize(("public", "more"), [(False, 0), (True, 50)])
def test_the_bundle_trusts_it_and_the_public_authorities_where_asked(
    public: bool, more: int, tmp_path: Path
) -> None:
    certificate = ensure(tmp_path / "tls", public=public)
    trusted = ssl.create_default_context(cafile=str(certificate.bundle)).get_ca_certs()
    own = [authority for authority in trusted if "trustme" in str(authority)]
    assert len(own) == 1
    assert len(trusted) - len(own) >= more
    assert public or trusted == own


def test_every_client_gets_the_same_bundle(tmp_path: Path) -> None:
    certificate = ensure(tmp_path)
    assert set(certificate.trust().values()) == {str(certificate.bundle)}


def test_it_is_made_once_and_the_key_is_private(tmp_path: Path) -> None:
    first = ensure(tmp_path).bundle.read_bytes()
    assert ensure(tmp_path).bundle.read_bytes() == first
    assert ensure(tmp_path, public=True).bundle.read_bytes().startswith(first)
    assert stat.S_IMODE(ensure(tmp_path).key.stat().st_mode) == 0o600
