"""`trace`, `logs`, `inbox`, `restart`: what one request left behind."""
