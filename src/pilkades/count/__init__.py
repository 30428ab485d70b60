"""Counting: ballots, sheets, recapitulation, quorum, ties and the result, each explained line by line."""
