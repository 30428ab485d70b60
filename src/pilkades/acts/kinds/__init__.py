"""The kinds of acts, one file per stage, from preparation to inauguration."""
