"""What must survive a translation: numbers, dates, codes, addresses and names are protected and compared."""
