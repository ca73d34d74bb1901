"""The phrases by which the old pages are read: headings, labels, dates, marks, sections."""
