"""The polling station: which voters go to which, and later all that happens there."""
