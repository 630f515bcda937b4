"""Who may ask: FastAPI; commands in, views out, the feed, live frames over HTTP, webhooks, notices, sign-in, pages.

Structs are the one model; rules live in `domain`, and this room knows no websocket.
"""
