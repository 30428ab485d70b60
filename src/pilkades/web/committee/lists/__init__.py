"""What follows from the register: pairs that may be one person, fixed lists, proposals on a posted list."""
