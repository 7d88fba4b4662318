class NotebookError(Exception):
    """What goes wrong."""


class NotFoundError(NotebookError):
    """There is none."""
