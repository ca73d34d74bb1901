"""Machine proposals: engines that translate a unit, and the record of what came from them.

Nothing leaves the site and nothing is public unless a person has decided so. Read in this order:

- ``engines``: what can be asked for a translation;
- ``models``: what may leave the site, what was proposed, and what was served to whom;
- ``leaving``: whether the Chinese of a unit may be sent to the engine;
- ``asking``: proposals for units, from the store or from the engine; ``filling`` writes them;
- ``recognising``: whether a text is one that was served; ``gate``: whether it may be published;
- ``outcomes``: what became of proposals, and ``labels``, what readers are told of them.
"""
