"""What time it is here, as files can hold it."""

from datetime import UTC, datetime, timedelta, timezone


def local_now() -> datetime:
    """Return the time now, in the zone of this computer as far as that makes sense.

    `TZ` can name a zone that is days away from any other, or off by seconds: no file
    could hold such a time. The first counts as UTC, the other is rounded to minutes.
    """
    try:
        now = datetime.now().astimezone()
    except (ValueError, OverflowError, OSError):
        return datetime.now(UTC)
    offset = now.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        minutes = round(offset / timedelta(minutes=1))
        return now.astimezone(timezone(timedelta(minutes=minutes)))
    return now
