"""Where a sentence can end early, and what the next one then starts with.

Each file here knows one way that sentences are joined and yields `Cut`s:

- `joined`: `and`, `but`, `;`; `shared`: two verbs of one subject; `twice_said`: `and that`
- `linked`: `because`, `although`; `supposed`: `if` at the start
- `trailing`: `which`, `making`, `including`, `where`; `defining`: `that`, `led by`
- `purpose`: `to make sure`; `done_by`: `by making`
- `bracketed`; `inserted`: what commas after the subject hold

`plan` chooses which of them to make.
"""
