"""Engines: the machines that translate, each a named entry of one registry.

``engine`` says what an engine is asked and what it answers, ``markup`` takes the marks of a text
apart before it leaves and puts them back. Then a module for each engine, over ``calling`` where one
is reached by HTTP; ``registry`` lists them.
"""
