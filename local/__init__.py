"""The developer's machine: the emulator, the AI stand-ins and the command line. Never part of a function."""
