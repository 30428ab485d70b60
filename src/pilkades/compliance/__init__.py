"""Rules held over record and rulebook: findings and the agenda. No rule knows a case."""
