"""How a user's own code in an SDK is told from what is generated."""

from __future__ import annotations

# The package of it, below the SDK's: made once, and never touched again.
FOLDER = "_custom"
# A class that takes a generated one's place is made of the class with this ending.
BASE = "Base"
