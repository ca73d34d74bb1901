"""Russian: ``grammar`` has the rules, ``numerals`` the numbers themselves, in every case."""
