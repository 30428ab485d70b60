"""The Django project: settings, and one app for each audience over one core."""
