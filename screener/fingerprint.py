"""The fingerprint by which the very same words are known again."""


def fingerprint(words: str) -> str:
    """SHA-256 of words in UTF-8, as 64 hexadecimal digits.

    Args:
        words: The words.
    """
    # It is loaded for those who need it: it looks through all that OpenSSL can hash,
    # which takes 0.6 MB.
    import hashlib

    return hashlib.sha256(words.encode()).hexdigest()
