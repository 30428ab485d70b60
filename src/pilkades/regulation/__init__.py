"""The law as data: instruments, their words, dated parameters, rules; frozen into a `Rulebook`."""
