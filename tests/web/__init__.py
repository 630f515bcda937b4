"""The pages in a real browser, before a real service: what people see, and what they must never lose."""
