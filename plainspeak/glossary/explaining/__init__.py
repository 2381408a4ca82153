"""The ways in which a text can explain a term that it uses, each with the words that do so.

They follow WCAG techniques G112 (“Using inline definitions”) and G97 (“Providing the first use of
an abbreviation immediately before or after the expanded form”), the list of “defining vocabulary”
in Pearson, “Terms in Context” (1998), and what guidance writers do.

All look at a bounded stretch around the term. Where the text has a grammar, it tells which verb the
term is the subject of; where it has none, that verb must come right after the term.
"""
