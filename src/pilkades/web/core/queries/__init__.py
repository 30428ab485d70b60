"""Reads used twice or more: records, and what law and record say together."""
