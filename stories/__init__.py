"""Real clusters' life: the source documents as dated commands. Demo, tests and docs share them.

Text is written anew in plain Danish, people are named by function, and fact ids stand as comments.
"""
