"""A made-up county to look at; refused where the data are real."""
