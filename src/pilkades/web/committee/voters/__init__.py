"""The register room: the voter list from a village's spreadsheet to the list that stands."""
