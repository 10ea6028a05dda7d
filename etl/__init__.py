"""Brings data in: fetches deliveries, keeps them, builds the warehouse and publishes it."""

import errno

OORZAKEN = {
    errno.ENOSPC: "de schijf is vol. Maak plaats en voer de opdracht opnieuw uit.",
    errno.EDQUOT: "je schijfruimte is op. Maak plaats en voer de opdracht opnieuw uit.",
    errno.EFBIG: "het bestand mag niet zo groot worden. Kijk de grens van deze gebruiker na (ulimit).",
    errno.EACCES: "dat mag deze gebruiker niet. Werk als de gebruiker van wie de map is, of geef rechten.",
    errno.EPERM: "dat mag deze gebruiker niet. Werk als de gebruiker van wie de map is, of geef rechten.",
    errno.EROFS: "hier kan niets geschreven worden. Kies een andere map, of maak deze schrijfbaar.",
    errno.ENOENT: "dit bestaat niet. Kijk het pad na.",
    errno.EEXIST: "hier staat een bestand waar een map hoort. Kijk het pad na.",
    errno.ENOTDIR: "hier staat een bestand waar een map hoort. Kijk het pad na.",
    errno.EISDIR: "hier staat een map waar een bestand hoort. Kijk het pad na.",
}
"""What the operating system reports in English, and the remedy."""


class EtlError(Exception):
    """A step that could not be done. The message is Dutch and says what to do about it."""


def in_words(error: Exception) -> str:
    """The message of `error`, which is Dutch; one of the operating system is said in Dutch."""
    if not isinstance(error, OSError):
        return str(error)
    oorzaak = OORZAKEN.get(error.errno or 0, f"lezen of schrijven mislukte ({error.strerror or error}).")
    return f"{error.filename}: {oorzaak}" if error.filename else oorzaak[0].upper() + oorzaak[1:]
