"""Voters: who they are, whether they may vote and by which article, and the lists DPS, DPTb, DPT."""
