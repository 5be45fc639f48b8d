"""The certificate of a TLS emulator."""

import ssl
import stat
from pathlib import Path

from local.certificates import ensure


def test_the_bundle_trusts_it_and_the_public_authorities(tmp_path: Path) -> None:
    certificate = ensure(tmp_path / "tls")
    trusted = ssl.create_default_context(cafile=str(certificate.bundle)).get_ca_certs()
    assert any("trustme" in str(authority) for authority in trusted)
    assert len(trusted) > 50


def test_every_client_is_told_the_same_bundle(tmp_path: Path) -> None:
    certificate = ensure(tmp_path)
    assert set(certificate.trust().values()) == {str(certificate.bundle)}


def test_it_is_made_once_and_the_key_is_private(tmp_path: Path) -> None:
    first = ensure(tmp_path).bundle.read_bytes()
    assert ensure(tmp_path).bundle.read_bytes() == first
    assert stat.S_IMODE(ensure(tmp_path).key.stat().st_mode) == 0o600
