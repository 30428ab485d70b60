"""Words every package needs: a closed list (see ADR 0002)."""
