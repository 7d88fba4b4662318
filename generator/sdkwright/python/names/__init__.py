"""What everything is called: one table of names, and how it is filled."""
