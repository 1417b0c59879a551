"""`python -m caitien`: the same as the command `caitien`."""

import sys

from caitien.cli import main

if __name__ == "__main__":
    sys.exit(main())
