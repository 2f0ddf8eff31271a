"""Mistakes made twice become a check. Every checker here is also shown a wrong example, to see that it would notice."""
