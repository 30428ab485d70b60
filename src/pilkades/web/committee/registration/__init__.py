"""The registrar's form: household by household, on a phone; the committee uses the same one."""
