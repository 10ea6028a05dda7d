"""The columns of `cijfers.csv`, with what each of them means to a reader."""

KOLOMMEN = {
    "indicator": "De vaste naam van de indicator.",
    "titel": "De naam van de indicator, zoals op het scherm.",
    "nis_code": "De code van de gemeente. Leeg bij een gebied.",
    "naam": "De gemeente of het gebied.",
    "periode_begin": "De eerste dag waar het cijfer over gaat.",
    "periode_einde": "De laatste dag waar het cijfer over gaat.",
    "waarde": "Het cijfer. Een leeg vak is nooit nul: er is dan geen cijfer.",
    "eenheid": "Waarin de waarde staat.",
    "demo": "'ja' als het een voorbeeldcijfer is: verzonnen, om het Regiekompas te tonen.",
    "vorm": (
        "Bij een gebied, hoe het cijfer gemaakt is: 'gepubliceerd' door de bron, 'gewogen' of 'opgeteld' uit "
        "de gemeenten, of 'mediaan': het cijfer van de middelste gemeente, niet dat van het gebied."
    ),
    "status": "'waarde', of waarom er geen is: 'onderdrukt', 'niet_van_toepassing' of 'ontbreekt'.",
    "reden": "Er is geen cijfer, omdat … Leeg als er een cijfer is, of als we de reden niet kennen.",
    "laag": "Het cijfer is onzeker: met 95 % zekerheid ligt het tussen 'laag' en 'hoog'.",
    "hoog": "De bovenste van die twee grenzen.",
    "interval_geschat": "'ja' als die grenzen zelf een schatting zijn.",
    "interval_reden": "Er zijn geen grenzen, omdat …",
    "vergelijking": "Met wie het cijfer vergeleken is.",
    "vergelijking_waarde": "Het cijfer van die groep.",
    "vergelijking_soort": (
        "'gepubliceerd' door de bron, 'gewogen' uit de gemeenten, of 'mediaan': het cijfer van de middelste "
        "gemeente, niet dat van de groep."
    ),
    "oordeel": (
        "'hoger', 'lager' of 'niet te onderscheiden'. Hoger en lager staan er alleen als het verschil groter "
        "is dan toeval. Leeg als we dat niet weten."
    ),
    "gunst": "'gunstiger' of 'ongunstiger', waar de indicator een gunstige kant heeft.",
    "plaats": "Waar het cijfer ligt tussen alle gemeenten. Dat zegt niets over toeval.",
    "verandering": (
        "Hoeveel het cijfer verschilt van een vroeger cijfer zonder overlap. Bij een percentage zijn dat "
        "procentpunten."
    ),
    "verandering_sinds": "De laatste dag van dat vroegere cijfer.",
    "verandering_laag": "Ook de verandering is onzeker. Dit is de onderste grens, met 95 % zekerheid.",
    "verandering_hoog": "Dit is de bovenste grens van de verandering.",
    "verandering_oordeel": "'groter dan toeval' of 'te klein om te zien'.",
    "verandering_reden": "Of het cijfer meer veranderde dan door toeval, valt niet te zeggen, omdat …",
    "bijgesteld": (
        "Alleen bij een kaart die erom vraagt: het cijfer, bijgesteld voor toeval. Hoe minder mensen er "
        "geteld zijn, hoe dichter het bij het cijfer van alle gemeenten samen ligt."
    ),
    "schatting": "'ja' als het cijfer na een fusie herrekend is.",
    "voorlopig": "'ja' als de bron het nog kan aanpassen.",
    "noemer": "Hoeveel mensen of gezinnen geteld zijn, waar dat gekend is.",
    "n": "Hoeveel mensen antwoordden, waar dat gekend is.",
    "levering": "De sleutel van het bestand waar het cijfer uit komt: zie metadata.json.",
}
