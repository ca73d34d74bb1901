"""Chinese: ``grammar`` has the rules, ``numerals`` the numbers themselves, ``words`` what is none."""
