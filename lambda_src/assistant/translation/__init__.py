"""What must survive a translation: protecting it, and comparing both texts."""
