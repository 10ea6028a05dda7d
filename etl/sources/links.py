"""Links to files on a page of a publisher, whatever their text and markup."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.teksten: list[str] = []
        """The text of each link, in the order of `hrefs`."""
        self.base: str | None = None
        self.in_link = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if href and tag == "a":
            self.hrefs.append(href.strip())
            self.teksten.append("")
            self.in_link = True
        elif href and tag == "base" and self.base is None:
            self.base = href

    def handle_endtag(self, tag: str) -> None:
        self.in_link = self.in_link and tag != "a"

    def handle_data(self, data: str) -> None:
        if self.in_link:
            self.teksten[-1] += f" {data}"


def find_links(
    page: bytes, url: str, domein: str, extensies: tuple[str, ...], woorden: tuple[str, ...] = ("",)
) -> list[str]:
    """Absolute links on `page` (which came from `url`) to files with one of `extensies`, in order, each once.

    Only hosts of the publisher: the page's own, or any under `domein`. A page could also link elsewhere.
    Only links with one of `woorden` in their text or address, whatever their capitals and hyphens.
    """
    parser = _Links()
    parser.feed(page.decode("utf-8", errors="replace"))
    parser.close()
    basis = urljoin(url, parser.base or "")
    hosts = urlsplit(url).hostname or domein, domein
    links = [
        _absolute(basis, href)
        for href, tekst in zip(parser.hrefs, parser.teksten, strict=True)
        if any(woord in _words(f"{tekst} {href}") for woord in woorden)
    ]
    return list(dict.fromkeys(link for link in links if _wanted(link, hosts, extensies)))


def _words(tekst: str) -> str:
    """'Historische_reeks-per%20gemeente' as 'historische reeks per gemeente'."""
    return " ".join(re.sub(r"[-_+]", " ", unquote(tekst)).casefold().split())


def _absolute(basis: str, href: str) -> str:
    try:
        return urljoin(basis, href).split("#")[0]
    except ValueError:  # not an address at all, for instance 'http://[': such a link leads nowhere
        return ""


def _wanted(link: str, hosts: tuple[str, str], extensies: tuple[str, ...]) -> bool:
    delen = urlsplit(link)
    host = delen.hostname or ""
    own = host == hosts[0] or host == hosts[1] or host.endswith("." + hosts[1])
    return delen.scheme in ("http", "https") and own and delen.path.lower().endswith(extensies)
