"""Writing sentences anew: kinds of rewrite, a guard that reads every proposal, and fixes.

A finding goes to a *kind*, which drafts changes to its sentence. The *guard* reads the changed
sentence again: it refuses a draft that says something else, and doubts one that may not fit. What
is left becomes the finding's fix, with edits to the file.
"""
