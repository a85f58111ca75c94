"""Hostile input from a seeded monkey, and the program watched from outside while it gets it."""
