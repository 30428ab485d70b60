"""The command line: views of findings, results and law, for people and for machines."""
