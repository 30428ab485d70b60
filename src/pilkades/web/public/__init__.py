"""What everybody may see, without a session."""
