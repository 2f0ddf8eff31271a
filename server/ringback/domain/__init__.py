"""The rules. Pure: no SQL, no HTTP, no clock, no framework."""
