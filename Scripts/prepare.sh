#!/usr/bin/env bash
# Makes sure that Dailies can be built here: installs the system packages that are missing (Debian and Ubuntu) and looks
# for a Swift toolchain.
#
#   Scripts/prepare.sh build    what the program needs
#   Scripts/prepare.sh test     the same, and what only the tests need
set -euo pipefail

packages=(git ca-certificates libncurses-dev libsqlite3-dev libunistring-dev zlib1g-dev)
if [[ ${1:-build} == test ]]; then packages+=(tmux unicode-data ffmpeg libsixel-bin); fi

is_installed() {
  case $1 in
    git | tmux | ffmpeg) command -v "$1" >/dev/null && return ;;
  esac
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

install_missing() {
  local missing=() package root=()
  for package in "${packages[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then return; fi

  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      echo "Dailies needs these packages; please let an administrator install them: ${missing[*]}" >&2
      exit 1
    fi
    root=(sudo)
    if [[ ! -t 0 ]]; then root+=(-n); fi
  fi
  echo "Installing with apt${root:+, as administrator}: ${missing[*]}"
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
  install_missing
else
  echo "This is neither Debian nor Ubuntu: please see to the headers of ncursesw, SQLite, libunistring and zlib yourself."
fi

version=$({ swift --version 2>/dev/null || true; } | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
read -r major minor <<<"${version:-0 0}"
if ((major < 6 || (major == 6 && minor < 3))); then
  echo "Dailies needs Swift 6.3 or later on the PATH: install it from https://www.swift.org/install/linux/." >&2
  exit 1
fi

if [[ ! -e .build/debug/dailies ]]; then
  echo "The first build fetches and compiles the libraries Dailies is made with: about 10 minutes on two cores."
  echo "After that only what has changed is built."
fi
