"""What a picture tells beside what it shows, taken out of its file: places, serial numbers, names.

``strip_metadata`` is the way in. Each format has a module that takes a file apart and puts it
together again from the parts that are needed to show it; what is coded in them stays bit for bit.
"""
