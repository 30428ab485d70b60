"""Kinds of official acts, the append-only record, its chain and signatures."""
