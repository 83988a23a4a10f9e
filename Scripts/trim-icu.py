#!/usr/bin/env python3
"""Write an object file with the Unicode data that Dailies needs, and print the words that make swift link it instead of the
runtime's.

usage: trim-icu.py SWIFTC OBJECT

A static Swift runtime brings the data of ICU for some six hundred locales, and for the encodings of a hundred mainframes:
34 MB, a third of the program. Dailies speaks English and Chinese and reads UTF-8. What is left out is what ICU does
without: for a locale that it has no data of it takes the root's
(https://unicode-org.github.io/icu/userguide/locale/resources.html). Rules of Unicode, host names and time zones stay.

The data lies in lib_FoundationICU.a of the toolchain as one "common data" file of ICU (udata.h, ucmndata.h):
a header, whose first two bytes are its length; the number of items; two offsets for each, of its name and of its data,
counted from behind the header; the names, in order; the items, each at a multiple of 16.
"""
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys

LOCALE = re.compile(r"(.*/)?([a-z]{2,3})(_\w+)?\.res")
LANGUAGES = {"en", "zh"}


def is_needed(name):
    locale = LOCALE.fullmatch(name)
    if locale:
        return locale[2] in LANGUAGES and locale[1] != "coll/"
    # Converters of encodings, dictionaries of word breaks, transliteration, names of characters.
    return not name.endswith((".cnv", ".dict")) and not name.startswith(("translit/", "unames."))


def items(data, table):
    count, = struct.unpack_from("<I", data, table)
    entries = [struct.unpack_from("<II", data, table + 4 + 8 * index) for index in range(count)]
    for (name, start), (_, end) in zip(entries, entries[1:]):
        first = table + name
        yield data[first : data.index(b"\0", first)], data[table + start : table + end]
    # Where the last one ends is not written down; it is that of a locale.


def package(header, kept):
    at = 4 + 8 * len(kept)
    names = b"".join(name + b"\0" for name, _ in kept)
    body, entries = b"", b""
    start = at + len(names)
    start += -(len(header) + start) % 16
    for name, item in kept:
        entries += struct.pack("<II", at, start + len(body))
        at += len(name) + 1
        body += item + bytes(-len(item) % 16)
    table = struct.pack("<I", len(kept)) + entries + names
    return header + table + bytes(start - len(table)) + body


def main():
    compiler, target = sys.argv[1], pathlib.Path(sys.argv[2])
    about = subprocess.run([compiler, "-print-target-info", "-static-stdlib"], capture_output=True, check=True)
    libraries = json.loads(about.stdout)["paths"]["runtimeLibraryPaths"][0]
    archive = pathlib.Path(libraries, "lib_FoundationICU.a")
    data = archive.read_bytes() if archive.exists() else b""
    begin = data.find(b"CmnD") - 12
    assembler = shutil.which("clang") or shutil.which("cc")
    if begin < 0 or not assembler:
        print(f"No data of ICU in {archive}, or no C compiler: the program will be larger.", file=sys.stderr)
        return
    length, = struct.unpack_from("<H", data, begin)
    table = begin + length
    prefix = next(items(data, table))[0].split(b"/")[0]
    kept = [(name, item) for name, item in items(data, table) if is_needed(name.decode().split("/", 1)[1])]

    target.parent.mkdir(parents=True, exist_ok=True)
    trimmed = target.with_suffix(".dat")
    trimmed.write_bytes(package(data[begin:table], kept))
    symbol = prefix.decode()[:-1] + "_dat"  # icudt76l: version 76, little endian
    # What asks for a wrapped symbol gets another one, and the archive's, which nobody asks for any more, is left out.
    source = (f".section .rodata\n.globl __wrap_{symbol}\n.balign 16\n__wrap_{symbol}:\n"
              f'.incbin "{trimmed}"\n.section .note.GNU-stack\n')
    subprocess.run([assembler, "-c", "-x", "assembler", "-", "-o", target], input=source.encode(), check=True)
    print("-Xlinker", f"--wrap={symbol}", "-Xlinker", target.resolve())


main()
