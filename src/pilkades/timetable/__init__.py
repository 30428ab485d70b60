"""Stages, working days and deadlines: proposes, checks and explains a whole timetable."""
