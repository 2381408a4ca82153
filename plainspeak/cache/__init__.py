"""What was found out before, kept on disk, so that nothing is worked out twice.

It is a shortcut only: a check gives the same report with it, without it, or with a damaged one.

- `store` keeps values under keys, in a folder;
- `runs` answers a whole command that has nothing new to look at. It is asked before anything else
  is imported, so it and what it needs import very little;
- `reports` knows what was found in a file before;
- `maker` tells one plainspeak, and what it is built on, from another.
"""
