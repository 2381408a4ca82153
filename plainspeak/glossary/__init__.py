"""Glossaries: the terms people edit, finding them in a text, and finding what explains them."""
