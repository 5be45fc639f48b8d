"""Stand-in for Amazon Polly: speech by espeak-ng."""
