"""What plainspeak knows of English: sentences, grammar, word forms. Only here is spaCy used."""
