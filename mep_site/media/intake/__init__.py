"""What may come in as a picture or a document, judged by content and not by name or sent type.

``pictures`` makes of an upload what is stored: stripped, whole, and small enough to be decoded by
any process at any time. ``documents`` says whether a file is what its ending says, by the kinds in
``kinds``; ``archives``, ``office`` and ``texts`` look into files of these families. All refuse by a
``ValidationError`` in the language of the reader, which stands beside the field of the form.
"""
