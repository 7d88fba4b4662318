"""What the reference and the guides say."""
