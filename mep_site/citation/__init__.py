"""How a page is quoted: what a citation says, and the formats that say it.

``cited`` gathers what is known of a page, ``formats`` lists the ways to write it, each with its
standard; ``views`` shows them and hands out those that programs read.
"""
