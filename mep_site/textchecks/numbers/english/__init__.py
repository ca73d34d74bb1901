"""English: ``grammar`` has the rules, ``numerals`` the numbers themselves."""
