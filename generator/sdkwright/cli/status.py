"""How a command ends, as `sdkwright --help` says it."""

from __future__ import annotations

FINE = 0
FAILED = 1  # drift, or findings as bad as the user says
WRONG = 2  # the document, the configuration or the command line
