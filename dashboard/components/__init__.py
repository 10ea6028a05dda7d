"""Building blocks of pages: data in, component out. No database, no callbacks."""
