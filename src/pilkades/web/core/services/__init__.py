"""One file per act: check, change in one transaction, log; nothing else writes."""
