"""How it is proven: leaves, the tree over them, signed heads, and whose word is enough.

Lives here: the bytes of a leaf, one RFC 9162 tree, C2SP notes, the trust file. May not live here: files, tables, clocks, the words
of any other room. What is made here is checked again by `clients/klynge_verify.py`, which has its own hand on purpose.
"""
