"""The runtime of the package: the same in every SDK, and not meant to be imported."""
