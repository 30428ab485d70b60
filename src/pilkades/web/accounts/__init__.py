"""People come in, get roles and leave: sign-in, invitations, second factor."""
