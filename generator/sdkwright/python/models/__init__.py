"""Declarations as classes, enums and aliases."""
