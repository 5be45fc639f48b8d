"""Faults on request, the call log, and the control endpoints of stand-ins and proxy."""
