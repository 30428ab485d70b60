"""Owns every table of an election: models, services (one per act), queries, access."""
