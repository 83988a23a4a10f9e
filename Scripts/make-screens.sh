#!/usr/bin/env bash
# Makes the pictures of README.md, in assets/screens: plays Scripts/screens/*.script against the whole program, on a
# terminal that is nowhere and the demo service. The pictures of films in them need ffmpeg.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

swift build --product dailies
.build/debug/dailies record --format svg --out assets/screens Scripts/screens/*.script
