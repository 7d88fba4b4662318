"""Yours: this folder is written once and never touched again.

A class here that is made of a generated class's base, and called as that one, takes its
place: `class Thing(ThingBase)`. The README shows how.
"""
