"""The forms of what sdkwright reads and writes, as JSON Schema."""
