"""Being witnessed: the service asks the parties' witnesses to look at its heads, and knows how far enough of them have seen."""
