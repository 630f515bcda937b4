"""People erased, by hundreds, with what was said about them looked for afterwards wherever it could be."""
