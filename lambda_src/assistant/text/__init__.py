"""The one way to normalize text, to cut it, and to find currencies, codes and telephone numbers in it."""
