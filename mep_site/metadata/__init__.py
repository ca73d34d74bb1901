"""What machines are told of the site: search engines, social media, registers, browsers."""
