"""From a bare clone to a running command, with nothing but Python 3.11+.

Makes `.venv` from the pinned, hashed requirements, builds the phone's assets, then hands over to the task.
Each step is skipped when its inputs have not changed, so a second run starts at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV_VERSION = "0.13.9"
TOOLS = ROOT / ".uv"
VENV = ROOT / ".venv"
BIN = "Scripts" if os.name == "nt" else "bin"
PYTHON = VENV / BIN / "python"
INTERRUPTED = 130  # what a shell says of a command that Ctrl-C ended

SERVE = ("deploy/requirements.txt",)
DEVELOP = ("deploy/requirements-dev.txt",)


def main(argv: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked
        print(
            f"Ringback needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 serve"
        )
        return 1
    task, *rest = argv or ["serve"]
    tasks = {
        "serve": serve,
        "demo": serve,
        "test": test,
        "check": check,
        "bench": bench,
        "lock": lock,
        "screenshots": screenshots,
        "python": python,
    }
    if task not in tasks:
        print(f"There is no task {task!r}. The tasks are: {', '.join(tasks)}.")
        return 2
    try:
        return tasks[task](task, rest)
    except subprocess.CalledProcessError as failed:
        print(f"Stopped: this step failed: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return failed.returncode or 1
    except KeyboardInterrupt:
        print("\nStopped. The next run goes on from here.", file=sys.stderr)
        return INTERRUPTED


def serve(task: str, rest: list[str]) -> int:
    install(SERVE)
    return hand_over([PYTHON, "-m", "ringback", task, *rest])


def test(_task: str, rest: list[str]) -> int:
    install(DEVELOP)
    run([PYTHON, "deploy/browsers.py"])
    if rest:
        return hand_over([PYTHON, "-m", "pytest", *rest])
    run_node("--test", "tests/web/**/*.test.ts")
    return side_by_side([PYTHON, "-m", "pytest", "tests/browser"], [PYTHON, "-m", "pytest", "--ignore=tests/browser"])


def check(_task: str, _rest: list[str]) -> int:
    install(DEVELOP)
    run([PYTHON, "-m", "ruff", "check", "."])
    run([PYTHON, "-m", "ruff", "format", "--check", "."])
    run([PYTHON, "-m", "mypy"])
    for part in ("web", "web/sw", "web/workers", "tests/web"):
        run_node("web/node_modules/typescript/bin/tsc", "--noEmit", "-p", f"{part}/tsconfig.json")
    return subprocess.call(["make", "test"], cwd=ROOT)


def bench(_task: str, rest: list[str]) -> int:
    install(DEVELOP)
    run([PYTHON, "deploy/browsers.py"])
    return hand_over([PYTHON, "-m", "tests.bench", *rest])


def screenshots(_task: str, rest: list[str]) -> int:
    install(DEVELOP)
    run([PYTHON, "deploy/browsers.py"])
    return hand_over([PYTHON, "-m", "tests.screenshots", *rest])


def python(_task: str, rest: list[str]) -> int:
    """Anything else, in the project's own environment."""
    install(DEVELOP)
    return hand_over([PYTHON, *rest])


def lock(_task: str, _rest: list[str]) -> int:
    """Versions and hashes, no addresses: the same files serve every mirror."""
    common = [
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-annotate",
        "--no-header",
        "--no-emit-index-url",
        "--upgrade",
    ]
    uv("pip", "compile", "pyproject.toml", "--group", "build", *common, "-o", "deploy/requirements.txt", quiet=True)
    uv(
        "pip",
        "compile",
        "pyproject.toml",
        "--group",
        "build",
        "--group",
        "dev",
        *common,
        "-c",
        "deploy/requirements.txt",
        "-o",
        "deploy/requirements-dev.txt",
        quiet=True,
    )
    return 0


def install(requirements: tuple[str, ...]) -> None:
    wanted = "\n".join(sorted(f"{name} {digest(ROOT / name)}" for name in (*requirements, "pyproject.toml")))
    stamp = VENV / "ringback.installed"
    # The Python that the environment was made from may be gone since, after an upgrade of the machine.
    held = stamp.read_text() if stamp.exists() and PYTHON.exists() else ""
    if not set(wanted.split("\n")) <= set(held.split("\n")):
        if not PYTHON.exists():
            uv("venv", "--quiet", "--clear", "--python", sys.executable, str(VENV))
        for name in requirements:
            uv("pip", "install", "--quiet", "--require-hashes", "-r", name)
        # The package itself, editable: built with the locked tools, its assets by the same hook as a wheel's.
        uv(
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--reinstall-package",
            "ringback",
            "-e",
            ".",
        )
        stamp.write_text(
            "\n".join(sorted({*wanted.split("\n"), *(held.split("\n") if same_project(held, wanted) else [])}))
        )
    run([PYTHON, "deploy/hatch_build.py"])


def same_project(held: str, wanted: str) -> bool:
    """What an earlier install put in still counts while pyproject.toml is the one it was made from."""
    return any(line.startswith("pyproject.toml ") and line in wanted for line in held.split("\n"))


def uv(*words: str, quiet: bool = False) -> None:
    program = TOOLS / BIN / "uv"
    if not program.exists() and not program.with_suffix(".exe").exists():
        print("Setting up (once)...", file=sys.stderr)
        shutil.rmtree(TOOLS, ignore_errors=True)
        venv.create(TOOLS, with_pip=True)
        run([TOOLS / BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", f"uv=={UV_VERSION}"])
    subprocess.run(
        [program, *words],
        cwd=ROOT,
        check=True,
        env=os.environ | {"VIRTUAL_ENV": str(VENV)},
        stdout=subprocess.DEVNULL if quiet else None,
    )


def run_node(*words: str) -> None:
    """The Node that came from PyPI, whatever the machine has."""
    run(
        [PYTHON, "-c", "import sys, hatch_build; sys.exit(hatch_build.node(*sys.argv[1:]))", *words],
        path=ROOT / "deploy",
    )


def run(command: list[str | Path], path: Path | None = None) -> None:
    env = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    subprocess.run(command, cwd=ROOT, check=True, env=env)


def hand_over(command: list[str | Path]) -> int:
    """Become the task, so that Ctrl-C and signals reach it and nothing else."""
    os.chdir(ROOT)
    if os.name != "nt":
        os.execv(command[0], [str(word) for word in command])  # noqa: S606 - no shell is wanted
    return subprocess.call(command)


def side_by_side(shown: list[str | Path], quiet: list[str | Path]) -> int:
    """Both at once, for they wait for different things; what the second one says comes after the first has ended."""
    with tempfile.TemporaryFile() as said:
        beside = subprocess.Popen(quiet, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        try:
            codes = [subprocess.call(shown, cwd=ROOT), beside.wait()]
        finally:
            beside.terminate()
            beside.wait()
            said.seek(0)
            shutil.copyfileobj(said, sys.stdout.buffer)
            sys.stdout.flush()
    return next((code for code in codes if code), 0)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
