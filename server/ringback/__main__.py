"""`python -m ringback` is the command `ringback`."""

import sys

from ringback.cli import main

sys.exit(main())
