"""Where the publisher of a source explains its figures: a page for readers, where the file may have none."""

from collections.abc import Mapping

PAGINAS: Mapping[str, str] = {
    "opgroeien": "https://www.opgroeien.be/cijfers-en-publicaties/kansarmoede/gemeentelijk-niveau",
    "pinc": "https://provincies.incijfers.be",
    "stadsmonitor": "https://gemeente-stadsmonitor.vlaanderen.be/download-alle-cijfers",
    "statbel_adi": "https://statbel.fgov.be/nl/themas/datalab/administratief-beschikbaar-inkomen",
    "statbel_bevolking": "https://statbel.fgov.be/nl/themas/bevolking/structuur-van-de-bevolking",
    "statbel_fiscaal": "https://statbel.fgov.be/nl/themas/huishoudens/fiscale-inkomens",
}
"""By the name of the source, as in the catalog (`bron`) and the column `bron` of table `levering`."""
