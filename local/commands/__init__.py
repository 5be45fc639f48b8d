"""The command line: each command with what it prints."""
