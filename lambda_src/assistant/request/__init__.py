"""A request: its item in the table, its record, its links, the workflow's payload."""
