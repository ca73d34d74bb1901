"""What one takes away from the site: citations, codes, PDFs, what is heard."""
