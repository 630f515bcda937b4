"""What is true: streams, commands, rules, events.

Here live the pure functions `decide`, `evolve`, `react` and `policy` and the words they speak in.
Only the standard library and msgspec may be imported. No clock is read, no id is made, no I/O is done.
"""
