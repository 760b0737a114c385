#!/usr/bin/python3
"""Records what PyTorch says of small networks, for PyTorchTests.cs: outputs, loss and all gradients, computed in float64.

  tests/Hillock.Training.Tests/PyTorch/record.py [NAME...]

Needs Debian's python3-torch; the tests do not. Cases stand in cases_*.py beside this file. Inputs and weights are rounded to float32
first, so that both sides compute with the same numbers. What is recorded has our layout: channels last, weights inputs × units.
"""
import glob
import importlib
import json
import os
import sys

import torch

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)


def rounded(tensor):
    return tensor.detach().to(torch.float32).to(torch.float64)


def written(tensor):
    # The shortest decimal that is the same float32.
    flat = tensor.detach().to(torch.float32).contiguous().flatten()
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in flat.tolist()]}


def record(name, case):
    """A case is a dictionary:
    plan       the text of our network
    inputs     our layout: samples × shape
    module     PyTorch's network; takes the inputs as they are here, gives outputs in our layout
    weights    ours by name: (tensor, function from PyTorch's layout to ours)
    loss       our loss's name
    criterion  PyTorch's loss: (outputs, targets) → scalar
    targets    our layout
    statistics ours by name, after the pass: function that gives the tensor (optional)
    integer    whether inputs are numbers of tokens, without a gradient (optional)
    """
    for parameter in case["module"].parameters():
        parameter.data = rounded(parameter.data)
    case["module"].double().train()
    inputs = rounded(case["inputs"]).requires_grad_(not case.get("integer"))
    targets = rounded(case["targets"]) if case["targets"].is_floating_point() else case["targets"]
    outputs = case["module"](inputs)
    loss = case["criterion"](outputs, targets)
    loss.backward()
    document = {
        "plan": case["plan"],
        "loss": case["loss"],
        "lossValue": loss.item(),
        "inputs": written(inputs),
        "targets": written(targets),
        "outputs": written(outputs),
        "inputGradients": None if case.get("integer") else written(inputs.grad),
        "weights": {ours: written(to_ours(tensor)) for ours, (tensor, to_ours) in case["weights"].items()},
        "gradients": {ours: written(to_ours(tensor.grad)) for ours, (tensor, to_ours) in case["weights"].items()},
        "statistics": {ours: written(now()) for ours, now in case.get("statistics", {}).items()},
    }
    with open(os.path.join(HERE, "values", name + ".json"), "w", encoding="utf-8") as file:
        json.dump(document, file, separators=(",", ":"))
        file.write("\n")


def main():
    asked = sys.argv[1:]
    for path in sorted(glob.glob(os.path.join(HERE, "cases_*.py"))):
        module = importlib.import_module(os.path.basename(path)[:-3])
        for name, make in module.CASES.items():
            if not asked or name in asked:
                torch.manual_seed(1)
                record(name, make())
                print(name)


main()
