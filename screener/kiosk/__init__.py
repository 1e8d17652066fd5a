"""A terminal in a waiting room: its settings, and the host that keeps it running."""

from screener.kiosk.host import STAFF, Host
from screener.kiosk.line import Line
from screener.kiosk.pin import WrongPins, hash_pin, is_pin
from screener.kiosk.reading import load_kiosk_settings
from screener.kiosk.settings import FileHandOff, HandOff, Idle, KioskSettings

__all__ = [
    "STAFF",
    "FileHandOff",
    "HandOff",
    "Host",
    "Idle",
    "KioskSettings",
    "Line",
    "WrongPins",
    "hash_pin",
    "is_pin",
    "load_kiosk_settings",
]
