"""Starting and ending a whole local environment: emulator, stand-ins, the deployed stack, the inbox."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from local.environment.cdk import Cdk, region_of, stack_name
from local.environment.deployment import Deployment, emulator_public_base, read_deployment
from local.environment.emulator import Emulator, ensure
from local.environment.endpoints import STAND_INS, AiChoice, launch_ai, launch_proxy, launch_standins
from local.environment.inbox import subscribe
from local.environment.paths import REGION, local_credentials, require_installed
from local.environment.processes import Server, free_port, require_free, stop as stop_processes
from local.environment.state import Options, Running, StateFolder
from local.errors import LocalError

Report = Callable[[str], None]


def start(
    state: Path,
    *,
    port: int | None = None,
    enforce_iam: bool | None = None,
    ai: AiChoice | None = None,
    wait_scale: float | None = None,
    proxy: bool | None = None,
    env: str | None = None,
    report: Report = lambda _: None,
) -> Deployment:
    """Start what does not run yet, deploy what changed, and return what is there.

    What is not given stays as it runs, else has its default; the default port is a free one. Raises
    LocalError, leaving nothing behind that was not there before.
    """
    require_installed()
    given = {"enforce_iam": enforce_iam, "ai": ai, "wait_scale": wait_scale, "proxy": proxy, "env": env}
    wanted: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    folder = StateFolder(state)
    with folder.lock():
        running = folder.read()
        if running and running.alive:
            _require_same(running, wanted, port)
            report("it is running already; deploying what changed")
            _cdk(folder, running).synth()
            return _deploy(folder, running)
        if running:
            report("cleaning up after an environment that ended by itself")
            _end(folder, running)
        fresh = Running(replace(Options(), **wanted), port or free_port())
        require_free(fresh.port)
        try:
            return _start_fresh(folder, fresh, report)
        except BaseException:
            _end(folder, folder.read() or fresh)
            raise


def stop(state: Path) -> list[str]:
    """End what `start` started; return the names of the processes that ran."""
    folder = StateFolder(state)
    if not folder.path.exists():
        return []
    with folder.lock():
        running = folder.read()
        return _end(folder, running) if running else []


def synthesize(state: Path, folder: Path) -> Path:
    """Synthesize what runs in a state folder, as `start` would deploy it now; return the cloud assembly.

    It goes into a folder of its own, so that what is deployed stays as it is.
    """
    record = StateFolder(state)
    running = record.read()
    if running is None:
        raise LocalError(f"nothing is running in {state}: start it with `make up`")
    cdk = replace(_cdk(record, running), folder=folder)
    cdk.synth()
    return cdk.assembly


def forget_deployment(state: Path) -> None:
    """Note that the stack is deleted while the emulator runs on; the next `start` deploys it anew."""
    folder = StateFolder(state)
    with folder.lock():
        running = folder.read()
        if running:
            folder.write(replace(running, deployment=None))


def _start_fresh(folder: StateFolder, running: Running, report: Report) -> Deployment:
    report("starting the emulator and the AI endpoint, synthesizing the stack")
    servers: list[Server] = []

    def started(server: Server | None, **changes: Any) -> Running:
        servers.extend([server] if server else [])
        now = replace(running, processes=tuple(one.process for one in servers), **changes)
        folder.write(now)
        return now

    ai_url, ai_server = launch_ai(running.options.ai, folder.path)
    running = started(ai_server, ai_url=ai_url, vectors_url=ai_url)
    if running.options.ai.source != STAND_INS:
        standins = launch_standins(folder.path)
        running = started(standins, vectors_url=standins.url)
    if running.options.proxy:
        emulator = _emulator(folder, running)
        proxy = launch_proxy(emulator.endpoint_url, folder.path, emulator.ca_bundle)
        running = started(proxy, proxy_url=proxy.url)
    server = _emulator(folder, running).launch()
    running = started(server)
    cdk = _cdk(folder, running)
    # Synthesis takes longest and needs nothing that runs: the rest starts beside it.
    with ThreadPoolExecutor(1) as beside:
        synthesis = beside.submit(cdk.synth)
        server.wait()
        cdk.bootstrap()
        for other in servers:
            other.wait()
        synthesis.result()
    report("deploying the stack")
    return _deploy(folder, running)


def _deploy(folder: StateFolder, running: Running) -> Deployment:
    _cdk(folder, running).deploy()
    emulator = _emulator(folder, running)
    stack = stack_name(running.options.env)
    region = region_of(running.options.env) or REGION
    read = read_deployment(emulator.endpoint_url, running.ai_url, stack, emulator.ca_bundle, region)
    deployment = replace(read, vectors_url=running.vectors_url)
    subscribe(deployment.clients, deployment.topics)
    folder.write(replace(running, deployment=deployment))
    return deployment


def _emulator(folder: StateFolder, running: Running) -> Emulator:
    options = running.options
    return Emulator(
        port=running.port,
        folder=folder.path,
        ai_url=running.ai_url,
        certificate=ensure(folder.path / "tls", public=options.ai.elsewhere) if options.enforce_iam else None,
        model_url=options.ai.model_url,
        model_name=options.ai.model_name,
        wait_scale=options.wait_scale,
        proxy_url=running.proxy_url or None,
        vectors_url=running.vectors_url,
    )


def _cdk(folder: StateFolder, running: Running) -> Cdk:
    emulator = _emulator(folder, running)
    trust = emulator.certificate.trust() if emulator.certificate else {}
    region = region_of(running.options.env) or REGION
    variables = local_credentials(emulator.endpoint_url, region) | trust
    base = emulator_public_base(emulator.endpoint_url)
    return Cdk(folder.path, variables, env=running.options.env, public_base=base, region=region)


def _require_same(running: Running, wanted: dict[str, Any], port: int | None) -> None:
    other = [name for name, value in wanted.items() if getattr(running.options, name) != value]
    if other or port not in (None, running.port):
        raise LocalError(
            f"it is running already on port {running.port} with {running.options}: run `make down` first,"
            " or choose another folder with --state and another port with --port"
        )


def _end(folder: StateFolder, running: Running) -> list[str]:
    ended = stop_processes(running.processes)
    folder.forget()
    return ended
