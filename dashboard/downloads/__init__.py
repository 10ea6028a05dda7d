"""What can be taken along: figures with their explanation in a zip, and drawings as SVG or PNG.

The addresses say the same as those of the pages: `/download/gemeente/…`, `/download/indicator/…` and
`/download/vergelijk/…`, with the search parameters of the page.
"""
