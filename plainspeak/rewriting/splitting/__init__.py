"""Where a sentence can end early, and what the next one then starts with.

Each file here knows one way that sentences are joined and yields `Cut`s: `joined` (`and`, `but`,
`;`), `shared` (two verbs of one subject), `trailing` (`which`, `making`, `including`), `linked`
(`because`, `although`) and `bracketed`. `plan` chooses which of them to make.
"""
