"""Requests that nobody thought of, made from the description of the doors: in short in `make test`, at length in `make fuzz`."""
