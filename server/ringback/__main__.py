"""`python -m ringback` is the command `ringback`."""

from __future__ import annotations

import sys

INTERRUPTED = 130  # what a shell says of a command that Ctrl-C ended


def main() -> int:
    """Everything else is imported in here, so that Ctrl-C is met quietly from the first moment on."""
    try:
        from ringback.cli import main as command

        return command()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
