"""Which kind of document a capture is: ``signs`` are what it shows, ``recognising`` weighs them."""
