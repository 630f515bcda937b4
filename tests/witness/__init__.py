"""A party's witness: what it signs, what it does not, and what it remembers."""
