"""The map: from an address to classes, shapes and data; the page, downloads and embedded view draw it."""
