"""The committee's room for polling stations: how voters are shared out, why, and what would change."""
