"""Template tags: say, article, icon, status, countdown, show."""
