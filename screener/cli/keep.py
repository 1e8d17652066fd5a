"""The name of `build_cache` in 0.1.0, which setup scripts may still call."""

from screener.cli.build_cache import build_cache

if __name__ == "__main__":
    build_cache()
