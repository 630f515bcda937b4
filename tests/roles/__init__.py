"""The role matrix: who may do and see what, beside the table that was written from the specification (`docs/roles.csv`)."""
