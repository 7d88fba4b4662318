"""Which names the package offers, and from which of its modules."""
