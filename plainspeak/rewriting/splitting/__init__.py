"""Where a sentence can end early, and what the next one then starts with.

Each file here knows one way that sentences are joined and yields `Cut`s:

- `joined`: `and`, `but`, `;`, a comma; `shared`: two verbs of one subject
- `parallel`: `and that`, `and to`, `and how`
- `linked`: `because`, `although`, `while`; `supposed`: `if` at the start
- `trailing`: `which`, `whose`, `making`, `including`, `where`, `especially when`
- `defining`: `that`, `led by`, `showing`
- `purpose`: `to make sure`; `done_by`: `by making`, `before we make`
- `bracketed`; `inserted`: what commas after the subject hold

`plan` chooses which of them to make.
"""
