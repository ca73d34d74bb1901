"""What pages are about: a short list of topics that the ministry keeps."""
