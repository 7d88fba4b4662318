"""Yours: this folder is written once and never touched again."""
