"""Ringback in real browsers: one file per promise, written as what a rep or a lead sees."""
