"""One module per page: PATH, title(), layout() and, where something happens on the page, register()."""
