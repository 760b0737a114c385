#!/usr/bin/python3
"""Records the losses of a hundred steps of training, for CurveTests.cs: PyTorch's in float64, and how far its own float32 gets from them,
the most until each step and of several orders of summation.

  tests/Hillock.Training.Tests/PyTorch/record_curves.py [NAME...]

Needs Debian's python3-torch; the tests do not. Weights and batches are drawn by number on both sides (curves.py), rounded to float32.
Written: training/curves.json beside this file.
"""
import json
import os
import sys

import torch
from torch.nn import functional as F

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from curves import CURVES, batch, fill

STEPS = 100
ROUNDINGS = (0, 5, 17)
FILE = os.path.join(HERE, "training", "curves.json")


def train(case, dtype, turned=0):
    """The losses; the same batches with their samples turned about differ by rounding alone."""
    fill(case)
    net = case["module"].to(dtype).train()
    optimizer = case["optimizer"][1]([p for p in net.parameters() if p.requires_grad])
    losses = []
    for step in range(STEPS):
        inputs, labels = (t.roll(turned, 0) for t in batch(case, step))
        optimizer.zero_grad()
        loss = F.cross_entropy(net(inputs.to(dtype)), labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return torch.tensor(losses, dtype=torch.float64)


def record(make):
    case = make()
    losses = train(case, torch.float64)
    apart = torch.stack([(train(make(), torch.float32, turned) - losses).abs() for turned in ROUNDINGS]).amax(0)
    return {
        **{key: case[key] for key in ("plan", "shape", "batch", "gain", "pattern")},
        "optimizer": case["optimizer"][0],
        "losses": [float(f"{loss:.10g}") for loss in losses],
        "drift": [float(f"{most:.2g}") for most in apart.cummax(0).values],
    }


def main():
    with open(FILE, encoding="utf-8") as file:
        curves = json.load(file)
    for name in sys.argv[1:] or CURVES:
        curves[name] = record(CURVES[name])
        print(name, curves[name]["losses"][0], curves[name]["losses"][-1], curves[name]["drift"][-1])
    with open(FILE, "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(f"{json.dumps(name)}:{json.dumps(curve, separators=(',', ':'))}" for name, curve in curves.items()) + "\n}\n")


main()
