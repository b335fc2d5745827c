"""What is done of what a command line asks for: nothing else knows these modules."""
