"""`cost`: what a month costs before anything is deployed."""
