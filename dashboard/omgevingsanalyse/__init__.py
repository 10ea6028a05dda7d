"""What the figures of a municipality say beside a comparator: every page and export is written from it."""
