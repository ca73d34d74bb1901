"""What office programs and browsers put on the clipboard, made into the blocks of a body.

From the bottom upwards:

- ``losses``: what could not be kept, and how it is said;
- ``formatted_lines``: runs of letters with their formats;
- ``parts``: paragraphs, headings, lists and tables, as what was copied is made of them;
- ``styles``, ``numbering``, ``tables``, ``clipboard``: read these parts from HTML or plain text;
- ``composing``: makes blocks, items of a list, one text or one line of the parts;
- ``views``: answers the script ``paste.js``, which puts the result into the form.

Everything but the view is a pure function of what was copied.
"""
