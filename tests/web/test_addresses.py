"""Which pages may hold a visit."""

import pytest

from screener.errors import ServingError
from screener.web.addresses import Addresses

PUBLIC = "https://clinic.example"


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("[::1]:8000", True),
        ("192.168.1.5:8000", True),
        ("clinic.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:8000", False),
        ("localhost:8000@evil.example", False),
        ("localhost:port", False),
        ("localhost/..", False),
        ("localhost; script-src *", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_only_numbers_and_localhost_are_ours(host: str, is_ours: bool) -> None:
    assert Addresses().has(host) == is_ours


@pytest.mark.parametrize(
    ("origin", "host", "may"),
    [
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("http://localhost:8000", "localhost:8000", True),
        ("http://127.0.0.1:8000", "localhost:8000", False),
        ("http://127.0.0.1:9000", "127.0.0.1:8000", False),
        ("https://127.0.0.1:8000", "127.0.0.1:8000", False),
        ("http://evil.example", "127.0.0.1:8000", False),
        ("http://evil.example", "evil.example", False),
        (PUBLIC, "127.0.0.1:8000", False),
        ("null", "127.0.0.1:8000", False),
        (None, "127.0.0.1:8000", False),
    ],
)
def test_a_page_holds_a_visit_at_its_own_address_alone(
    origin: str | None, host: str, may: bool
) -> None:
    assert Addresses().may_ask(origin, host) == may


def test_behind_a_proxy_its_address_is_ours_too() -> None:
    addresses = Addresses.behind(f"{PUBLIC.upper()}/screener/")
    assert addresses.has("clinic.example")
    assert not addresses.has("evil.example")
    assert addresses.may_ask(PUBLIC, "clinic.example")
    assert addresses.may_ask(PUBLIC, "127.0.0.1:8000")
    assert addresses.may_ask("http://127.0.0.1:8000", "127.0.0.1:8000")
    assert not addresses.may_ask("http://evil.example", "clinic.example")
    assert not addresses.may_ask(f"{PUBLIC}.evil.example", "clinic.example")


@pytest.mark.parametrize(
    "address", ["", "clinic.example", "ftp://clinic.example", "https://", "https://a:b"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ServingError, match="Nothing was started"):
        Addresses.behind(address)
