"""How much is tried: a sample by `make test`, all of it by `make thorough`."""

import os

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
