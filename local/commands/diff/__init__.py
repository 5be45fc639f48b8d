"""`diff`: what a deployment would change, as a reviewer reads it."""
