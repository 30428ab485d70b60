"""The committee's desk: what is due, the whole course, a form for each act, findings, the record."""
