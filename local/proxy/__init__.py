"""A proxy between the functions and the emulator that lets any AWS call fail on request."""
