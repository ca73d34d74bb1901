"""Chinese: ``grammar`` has the rules, ``numerals`` the numbers, ``words`` what is none."""
