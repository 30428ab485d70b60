"""Preparation: its steps in order, the timetable, the course in time, costs, announcements, calendars."""
