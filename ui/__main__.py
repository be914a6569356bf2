"""``python -m ui`` is ``rolebook``."""

import sys

from ui.cli import main

sys.exit(main())
