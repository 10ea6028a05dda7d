"""What can be taken along: figures with their explanation in a zip, and drawings as SVG or PNG.

The addresses say the same as those of the pages: `/download/gemeente/…`, `/download/indicator/…`,
`/download/vergelijk/…` and `/download/kaart`, with the search parameters of the page.
"""
