"""Lambda entry-point wrappers for the workflow, the API, the schedule and operators."""
