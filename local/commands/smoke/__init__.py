"""`smoke`: one request that shows whether a deployment works."""
