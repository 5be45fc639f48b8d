"""Functions: the names of their errors, their throttling."""

import threading
from typing import Any

from ministack.core import lambda_runtime  # type: ignore[import-not-found]
from ministack.services import lambda_svc  # type: ignore[import-not-found]

from local.environment.patches import PINNED

_REPORTED = '"status": "error", "error": str(e), "trace"'
_RAISED = '"status": "ok", "result": None, "raised": type(e).__name__, "error": str(e), "trace"'
_last = threading.local()


def patch_errors() -> None:
    """Let an exception's class name be the error name of a function, as on AWS, and keep its worker warm.

    MiniStack calls every exception `Runtime.HandlerError` and ends the worker: no Retry or Catch would match
    and each retry would be a cold start. A worker that died becomes `Runtime.ExitError`.
    """
    script = lambda_runtime._PYTHON_WORKER_SCRIPT
    if script.count(_REPORTED) != 1:
        raise SystemExit(f"the launcher does not know how MiniStack {PINNED} reports a function's exception")
    lambda_runtime._PYTHON_WORKER_SCRIPT = script.replace(_REPORTED, _RAISED)
    invoke, execute = lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm

    def remembering_invoke(self: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        _last.response = invoke(self, *args, **kwargs)
        return dict(_last.response)

    def naming_execute(func: Any, event: Any, request_id: str) -> dict[str, Any]:
        _last.response = {}
        outcome: dict[str, Any] = execute(func, event, request_id)
        response = _last.response
        if response.get("raised"):
            body = {"errorMessage": response["error"], "errorType": response["raised"], "stackTrace": []}
            log = "\n".join(filter(None, [response.get("log"), response.get("trace")]))
            return {"body": body, "error": True, "log": log}
        if outcome.get("error") and response.get("error") == "Worker process died":
            outcome["body"]["errorType"] = "Runtime.ExitError"
        return outcome

    lambda_runtime.Worker.invoke = remembering_invoke
    lambda_svc._execute_function_warm = naming_execute


def patch_throttles() -> None:
    """Throttle versions by their function's reservation, and name that in a workflow as Step Functions does.

    MiniStack passes versions by, and says `Lambda.Unknown`.
    """
    reserved, throttle = lambda_svc._reserved_concurrency, lambda_svc._throttle_response

    def reserved_for_all(func: Any, config: dict[str, Any]) -> int | None:
        whole = lambda_svc._functions.get(config.get("FunctionName")) or func
        found: int | None = reserved(whole, config)
        return found

    def named_throttle(*args: Any, **kwargs: Any) -> dict[str, Any]:
        response: dict[str, Any] = throttle(*args, **kwargs)
        response["body"]["errorType"] = f"Lambda.{response['body']['__type']}"
        return response

    lambda_svc._reserved_concurrency = reserved_for_all
    lambda_svc._throttle_response = named_throttle
