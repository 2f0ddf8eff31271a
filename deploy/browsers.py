"""Makes sure that the three browser engines which the tests drive are on the machine, from Debian's own packages.

Silent and instant when they are there. As root it installs what is missing; otherwise it says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PROGRAMS = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "webkit2gtk-driver": "WebKitWebDriver",
    "xvfb": "Xvfb",
}


def main() -> int:
    missing = [package for package, program in PROGRAMS.items() if not shutil.which(program)]
    if not missing:
        return 0
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not may_install():
        print(
            "The tests drive real browsers, and some are missing. Install them and try again (Debian or Ubuntu): "
            f"sudo {' '.join(command)}",
            file=sys.stderr,
        )
        return 1
    print(f"Installing {', '.join(missing)} for the tests (once)...", file=sys.stderr)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        done = subprocess.run(step, env=quiet, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{done.stderr.strip()}\nThis did not work: {' '.join(step)}", file=sys.stderr)
            return done.returncode
    return 0


def may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


if __name__ == "__main__":
    sys.exit(main())
