"""Python and Markdown as text: the doors, and how lines are laid out."""
