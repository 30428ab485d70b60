"""Small checks that `make test` runs; never shipped."""
