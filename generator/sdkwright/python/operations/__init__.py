"""An operation as a method, its facts, its calls and its tests."""
