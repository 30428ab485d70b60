"""Real elections told as data, and their replay against the law of their day."""
