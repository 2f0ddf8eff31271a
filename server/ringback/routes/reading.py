"""How the body of a request is read: what cannot be read is the sender's mistake and no fault of the office's."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.exceptions import ClientException


class Reader(Request[Any, Any, Any]):
    """Litestar knows JSON that is wrong, but neither JSON nested thousands deep nor bytes that are no text."""

    async def json(self) -> Any:  # noqa: ANN401 - what JSON may hold
        try:
            return await super().json()
        except (RecursionError, ValueError) as error:
            raise ClientException("The body could not be read.") from error
