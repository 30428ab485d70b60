"""Files of other programs, read and written: spreadsheets, open data."""
