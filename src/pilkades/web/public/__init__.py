"""What everyone may read, without signing in: counties, villages, the record. It holds no session."""
