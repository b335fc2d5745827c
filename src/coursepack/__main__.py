"""`python -m coursepack`."""

import sys

from coursepack.cli import main

sys.exit(main())
