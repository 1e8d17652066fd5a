"""A terminal in a waiting room: its settings, and the host that keeps it running."""

from screener.kiosk.host import STAFF, Host
from screener.kiosk.pin import SHORTEST, PinTry, WrongPins, hash_pin, is_pin
from screener.kiosk.reading import exposure_of, load_kiosk_settings
from screener.kiosk.settings import FileHandOff, HandOff, Idle, KioskSettings
from screener.kiosk.status_pipe import StatusPipe

__all__ = [
    "SHORTEST",
    "STAFF",
    "FileHandOff",
    "HandOff",
    "Host",
    "Idle",
    "KioskSettings",
    "PinTry",
    "StatusPipe",
    "WrongPins",
    "exposure_of",
    "hash_pin",
    "is_pin",
    "load_kiosk_settings",
]
