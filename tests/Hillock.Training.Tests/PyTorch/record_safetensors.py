#!/usr/bin/python3
"""Writes and reads safetensors files from the format's description alone, for SafeTensorsTests.cs: no code of ours, no package.

  record_safetensors.py write FILE      writes a file as Python's package would
  record_safetensors.py read FILE       reads one strictly and prints it as JSON

If Python's package is there, both ways are checked against it.
"""
import json
import struct
import sys

SIZES = {"F32": ("f", 4), "I32": ("i", 4), "U64": ("Q", 8), "F64": ("d", 8), "BOOL": ("?", 1)}


def write(path):
    arrays = {
        "dense1.weights": ("F32", [2, 3], [1.0, -2.5, 0.0, float("nan"), float("inf"), 1e-45]),
        "dense1.biases": ("F32", [3], [0.1, 0.2, 0.30000001192092896]),
        "scale": ("F32", [], [7.0]),
        "none": ("F32", [0, 4], []),
        "order": ("I32", [4], [2, 0, 3, 1]),
        "exact": ("F64", [1], [0.1]),
        "on": ("BOOL", [2], [True, False]),
        "größe π": ("U64", [1], [2 ** 64 - 1]),
    }
    header, data = {"__metadata__": {"format": "pt", "note": "line\nbreak"}}, b""
    for name, (dtype, shape, values) in arrays.items():
        begin = len(data)
        data += struct.pack(f"<{len(values)}{SIZES[dtype][0]}", *values)
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [begin, len(data)]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def read(path):
    with open(path, "rb") as file:
        contents = file.read()
    (length,) = struct.unpack("<Q", contents[:8])
    text, data = contents[8:8 + length], contents[8 + length:]
    assert text[:1] == b"{" and length % 8 == 0 and len(text) == length
    header = json.loads(text)
    metadata, end, arrays = header.pop("__metadata__", {}), 0, {}
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        code, size = SIZES[entry["dtype"]]
        begin, stop = entry["data_offsets"]
        count = 1
        for extent in entry["shape"]:
            count *= extent
        assert begin == end and stop - begin == count * size and stop <= len(data)
        end = stop
        values = [repr(v) for v in struct.unpack(f"<{count}{code}", data[begin:stop])]
        arrays[name] = {"dtype": entry["dtype"], "shape": entry["shape"], "values": values}
    assert end == len(data)
    print(json.dumps({"metadata": metadata, "arrays": arrays}))


def check(path):
    try:
        from safetensors.torch import load_file
    except ImportError:
        return
    load_file(path)


{"write": write, "read": read}[sys.argv[1]](sys.argv[2])
check(sys.argv[2])
