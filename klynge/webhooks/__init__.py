"""Webhooks: other systems are told of events at addresses of their own: what happened and where to read it, never the words."""
