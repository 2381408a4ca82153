"""Glossaries: the terms people edit in YAML, finding them in a text, and finding their explanations."""
