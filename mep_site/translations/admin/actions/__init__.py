"""What is done to a page outside its form, or to many pages at once: each names its languages."""
