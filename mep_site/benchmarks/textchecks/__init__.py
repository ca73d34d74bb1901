"""How many texts of the site the checks raise a finding in, which for right texts is an alarm."""
