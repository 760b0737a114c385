"""Evaluates generated PyTorch functions, and differentiates them: python3 evaluate_pytorch.py FOLDER NAMES POINTS; one line for each kind."""
import importlib
import inspect
import sys

import torch

folder, names, points = sys.argv[1:]
sys.path.insert(0, folder)
x = torch.tensor([float(word) for word in open(points)], dtype=torch.float64)


def show(name, kind, values):
    print(name, kind, *(repr(v) for v in values.expand(x.shape).tolist()))


def autograd(function, at):
    at = at.clone().requires_grad_()
    y = function(at)
    if not y.requires_grad:
        return torch.zeros_like(at)
    return torch.autograd.grad(y.sum(), at, allow_unused=True)[0]


for name in open(names).read().split():
    module = importlib.import_module(name)
    function = getattr(module, name)
    show(name, "value", function(x))
    show(name, "slope", getattr(module, name + "_slope")(x))
    grad = autograd(function, x)
    show(name, "autograd", torch.zeros_like(x) if grad is None else grad)
    grad = autograd(function, x.float())
    show(name, "autograd32", torch.zeros_like(x) if grad is None else grad)
    for kind in [c for c in vars(module).values() if inspect.isclass(c)]:
        layer = kind()
        y = layer(x.float())
        show(name, "module", y.detach())
        parameters = list(layer.parameters())
        if parameters:
            y.sum().backward()
            assert all(p.grad is not None for p in parameters), name
