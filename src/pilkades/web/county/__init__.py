"""The county sees every village of a wave, sets waves up and approves."""
