"""Storms: clients of several nodes while sockets, processes, Redis and the store are killed. What each holds is what it may see."""
