"""The version of plainspeak, in one place."""

__version__ = "0.1.0"
