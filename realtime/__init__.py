"""Who hears of it: the live protocol, the hub that fans out, presence.

The hub and the protocol know no socket; `socket.py` moves bytes, and `carried.py` holds the same frames for whoever asks over HTTP.
Nothing here imports FastAPI, and `api` is a stranger.
"""
