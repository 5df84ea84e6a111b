"""The versions of packages. Runs in the peers' environment."""

import json
import sys
from importlib.metadata import version

sys.stdout.write(json.dumps({name: version(name) for name in json.load(sys.stdin)}) + "\n")
