"""Work on glossaries: check them, try their examples, add to them, mine for terms, print them."""
