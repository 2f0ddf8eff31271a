"""The doors. Thin: read, call one function, answer."""
