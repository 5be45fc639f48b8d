"""A certificate for an emulator that is reached by TLS, trusted by this environment alone."""

from dataclasses import dataclass
from pathlib import Path

import certifi
import trustme


@dataclass(frozen=True)
class Certificate:
    """The files of one certificate for the loopback interface."""

    bundle: Path
    chain: Path
    key: Path

    def trust(self) -> dict[str, str]:
        """Return the variables that make Python, boto3 and Node trust it; all or none belong set."""
        names = ("AWS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
        return dict.fromkeys(names, str(self.bundle))


def ensure(folder: Path) -> Certificate:
    """Return the certificate of this folder, making it the first time.

    The bundle holds the public authorities too: a model server elsewhere stays reachable.
    """
    certificate = Certificate(folder / "bundle.pem", folder / "server.pem", folder / "server.key")
    if not certificate.bundle.exists():
        folder.mkdir(parents=True, exist_ok=True)
        authority = trustme.CA()
        issued = authority.issue_cert("127.0.0.1", "localhost")
        certificate.key.touch(mode=0o600)
        issued.private_key_pem.write_to_path(certificate.key)
        issued.cert_chain_pems[0].write_to_path(certificate.chain)
        certificate.bundle.write_bytes(authority.cert_pem.bytes() + certifi.contents().encode())
    return certificate
