"""The table of languages, and the rules that decide a message's language."""
