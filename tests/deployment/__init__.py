"""The files that operations run from, run."""
