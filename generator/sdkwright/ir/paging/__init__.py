"""Which operations answer in pages, and how."""
