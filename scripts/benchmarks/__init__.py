"""Glovebox and its peers on the same input: scripts/bench."""
