"""MiniStack as a process: its variables, its start."""

from dataclasses import dataclass
from pathlib import Path

import certifi
import trustme

from local.environment.paths import EMULATOR_PYTHON, ROOT, clean_environment, local_credentials
from local.environment.processes import HOST, Server, launch

AI_SERVICES = ("TRANSLATE", "COMPREHEND", "BEDROCK", "BEDROCK_RUNTIME", "POLLY", "SERVICE_QUOTAS")


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


def ensure(folder: Path, *, public: bool = False) -> Certificate:
    """Return the certificate of this folder, making it the first time.

    With `public` the bundle holds the public authorities too, for AI services or a model elsewhere. Reading
    all of them takes a client some 17 ms at each new connection, so that nobody else gets them.
    """
    own, everyone = folder / "authority.pem", folder / "authorities.pem"
    certificate = Certificate(everyone if public else own, folder / "server.pem", folder / "server.key")
    if not everyone.exists():
        folder.mkdir(parents=True, exist_ok=True)
        authority = trustme.CA()
        issued = authority.issue_cert("127.0.0.1", "localhost")
        certificate.key.touch(mode=0o600)
        issued.private_key_pem.write_to_path(certificate.key)
        issued.cert_chain_pems[0].write_to_path(certificate.chain)
        own.write_bytes(authority.cert_pem.bytes())
        everyone.write_bytes(authority.cert_pem.bytes() + certifi.contents().encode())
    return certificate


@dataclass(frozen=True)
class Emulator:
    """One emulator: where it listens, where it keeps its things, what its functions are led to.

    `wait_scale` shortens every wait and retry delay of Step Functions (0.1: a tenth). With a `proxy_url` the
    functions' calls take their way through it. `vectors_url` is where vectors are kept, if not at `ai_url`.
    """

    port: int
    folder: Path
    ai_url: str
    certificate: Certificate | None = None
    model_url: str | None = None
    model_name: str | None = None
    wait_scale: float = 1.0
    proxy_url: str | None = None
    vectors_url: str | None = None

    @property
    def endpoint_url(self) -> str:
        """The address of every AWS service but those that have stand-ins."""
        return f"{'https' if self.certificate else 'http'}://{HOST}:{self.port}"

    @property
    def ca_bundle(self) -> Path | None:
        """What proves its certificate, if it has one."""
        return self.certificate.bundle if self.certificate else None

    @property
    def scratch(self) -> Path:
        """The emulator's temporary folder: it leaves its functions' unpacked code behind when it ends."""
        return self.folder / "tmp"

    def variables(self) -> dict[str, str]:
        """Return the process's environment; the functions inherit it, and find the stand-ins by it."""
        variables = clean_environment() | local_credentials(self.proxy_url or self.endpoint_url)
        variables |= {f"AWS_ENDPOINT_URL_{service}": self.ai_url for service in AI_SERVICES}
        variables["AWS_ENDPOINT_URL_S3VECTORS"] = self.vectors_url or self.ai_url
        variables |= {
            "BIND_HOST": HOST,
            "GATEWAY_PORT": str(self.port),
            "IOT_MTLS_ENABLED": "0",  # an extra listener that two emulators would fight over
            "LOG_LEVEL": "WARNING",
            "SFN_WAIT_SCALE": str(self.wait_scale),
            "TMPDIR": str(self.scratch),
        }
        if self.model_url:
            del variables["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"]  # back to the emulator, which passes it on
            variables["MINISTACK_BEDROCK_PROXY_URL"] = self.model_url
            variables["LOCAL_MODEL_NAME"] = self.model_name or ""
        if self.certificate:
            variables |= self.certificate.trust()
            variables |= {
                "AUTH": "true",
                "USE_SSL": "1",
                "MINISTACK_SSL_CERT": str(self.certificate.chain),
                "MINISTACK_SSL_KEY": str(self.certificate.key),
            }
        return variables

    def launch(self) -> Server:
        """Start the process; its `wait` returns once it answers."""
        self.scratch.mkdir(parents=True, exist_ok=True)
        command, log = (
            [str(EMULATOR_PYTHON), "-m", "local.environment.launcher"],
            self.folder / "logs" / "emulator.log",
        )
        process = launch("emulator", command, env=self.variables(), cwd=ROOT, log=log)
        return Server(self.endpoint_url, process, "/_ministack/health", log, self.ca_bundle)
