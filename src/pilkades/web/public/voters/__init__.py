"""The voter list for everyone: what stands posted, "am I listed", proposals and their state."""
