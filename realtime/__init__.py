"""Who hears of it: the websocket protocol, the hub that fans out, presence.

The hub and the protocol know no socket; `socket.py` moves bytes. Nothing here imports FastAPI, and `api` is a stranger.
"""
