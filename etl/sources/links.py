"""Links to files on a page of a publisher, whatever their text and markup."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.base: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if href and tag == "a":
            self.hrefs.append(href.strip())
        elif href and tag == "base" and self.base is None:
            self.base = href


def find_links(page: bytes, url: str, domein: str, extensies: tuple[str, ...]) -> list[str]:
    """Absolute links on `page` (which came from `url`) to files with one of `extensies`, in order, each once.

    Only hosts of the publisher: the page's own, or any under `domein`. A page could also link elsewhere.
    """
    parser = _Links()
    parser.feed(page.decode("utf-8", errors="replace"))
    parser.close()
    basis = urljoin(url, parser.base or "")
    hosts = urlsplit(url).hostname or domein, domein
    links = [_absolute(basis, href) for href in parser.hrefs]
    return list(dict.fromkeys(link for link in links if _wanted(link, hosts, extensies)))


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
