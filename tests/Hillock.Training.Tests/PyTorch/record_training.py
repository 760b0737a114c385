#!/usr/bin/python3
"""Records losses, optimizers, schedules and clipping, for TrainingRecordTests.cs: PyTorch's in float64, and the papers' where it has none.

  tests/Hillock.Training.Tests/PyTorch/record_training.py

Needs Debian's python3-torch; the tests do not. All inputs are rounded to float32 first. Written: training/*.json beside this file.
"""
import json
import os

import torch
from torch.nn import functional as F
from torch.optim import lr_scheduler

HERE = os.path.dirname(os.path.abspath(__file__))


def rounded(tensor):
    return tensor.detach().to(torch.float32).to(torch.float64)


def written(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().flatten().tolist()}


def write(name, document):
    with open(os.path.join(HERE, "training", name + ".json"), "w", encoding="utf-8") as file:
        json.dump(document, file, separators=(",", ":"))
        file.write("\n")


# Losses: logits are samples × positions × classes, or samples × outputs.

def root(function, low, high):
    """Where a falling function is 0."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) > 0 else (low, middle)
    return (low + high) / 2


def entmax(z, alpha):
    """By bisection, from the definition: p = [(alpha - 1) z - tau]+ ^ (1 / (alpha - 1)) with sum 1."""
    def p(tau):
        return ((alpha - 1) * z - tau).clamp(min=0) ** (1 / (alpha - 1))
    top = ((alpha - 1) * z).max().item()
    return p(root(lambda tau: p(tau).sum().item() - 1, top - 1, top))


def entmax_loss(alpha):
    """Fenchel and Young's: max over the simplex of <p, z> + H(p), less the logit of the target; the gradient by differences."""
    def of_row(z, target):
        p = entmax(z, alpha)
        entropy = ((p - p ** alpha).sum() / (alpha * (alpha - 1))).item()
        return (p @ z).item() + entropy - z[target].item()

    def value(logits, targets):
        rows = logits.reshape(-1, logits.shape[-1])
        return sum(of_row(z, t) for z, t in zip(rows, targets.flatten().tolist())) / len(rows)

    def both(logits, targets):
        gradient, h = torch.zeros_like(logits), 1e-6
        for i in range(logits.numel()):
            step = torch.zeros_like(logits)
            step.view(-1)[i] = h
            gradient.view(-1)[i] = (value(logits + step, targets) - value(logits - step, targets)) / (2 * h)
        return value(logits, targets), gradient
    return both


def by_autograd(criterion):
    def both(logits, targets):
        logits = logits.clone().requires_grad_()
        loss = criterion(logits, targets)
        loss.backward()
        return loss.item(), logits.grad
    return both


def classes(**settings):
    return by_autograd(lambda z, t: F.cross_entropy(z.reshape(-1, z.shape[-1]), t.flatten(), **settings))


def losses():
    torch.manual_seed(3)
    weights = rounded(torch.tensor([0.5, 2.0, 1.25, 0.75]))
    one, steps = torch.randint(0, 4, (6, 1)), torch.randint(0, 4, (3, 5))
    flat, sequence = rounded(2 * torch.randn(6, 4)), rounded(2 * torch.randn(3, 5, 4))
    outputs, measured, chances = rounded(3 * torch.randn(5, 7)), rounded(3 * torch.randn(5, 7)), rounded(torch.rand(5, 7))
    smooth = dict(weight=weights, label_smoothing=0.1)
    cases = [
        ("softmax_cross_entropy", {}, flat, one, classes()),
        ("softmax_cross_entropy", {}, sequence, steps, classes()),
        ("softmax_cross_entropy", {"classWeights": weights.tolist()}, sequence, steps, classes(weight=weights)),
        ("softmax_cross_entropy", {"labelSmoothing": 0.1}, sequence, steps, classes(label_smoothing=0.1)),
        ("softmax_cross_entropy", {"classWeights": weights.tolist(), "labelSmoothing": 0.1}, flat, one, classes(**smooth)),
        ("binary_cross_entropy", {}, outputs, (chances > 0.5).double(), by_autograd(F.binary_cross_entropy_with_logits)),
        ("binary_cross_entropy", {}, outputs, chances, by_autograd(F.binary_cross_entropy_with_logits)),
        ("mean_squared_error", {}, outputs, measured, by_autograd(F.mse_loss)),
        ("huber", {"delta": 1.0}, outputs, measured, by_autograd(F.huber_loss)),
        ("huber", {"delta": 0.3}, outputs, measured, by_autograd(lambda z, t: F.huber_loss(z, t, delta=0.3))),
        ("sparsemax", {}, sequence, steps, entmax_loss(2)),
        ("entmax15", {}, sequence, steps, entmax_loss(1.5)),
    ]
    documents = []
    for name, settings, logits, targets, both in cases:
        value, gradient = both(logits, targets)
        documents.append({
            "loss": name, **settings, "logits": written(logits), "targets": written(targets), "value": value, "gradient": written(gradient)})
    write("losses", documents)


# Optimizers: 20 steps from the same weights with the same gradients.

class Lion(torch.optim.Optimizer):
    """Algorithm 2 of arXiv:2302.06675, which PyTorch 1.13 does not have."""

    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, dict(lr=lr, betas=betas, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            (b1, b2), lr, decay = group["betas"], group["lr"], group["weight_decay"]
            for theta in group["params"]:
                m = self.state[theta].setdefault("m", torch.zeros_like(theta))
                c = b1 * m + (1 - b1) * theta.grad
                theta.copy_(theta - lr * (torch.sign(c) + decay * theta))
                m.copy_(b2 * m + (1 - b2) * theta.grad)


OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd_decay": lambda p: torch.optim.SGD(p, lr=0.05, weight_decay=0.1),
    "sgd_momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.1),
    "sgd_nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.1),
    "adam": lambda p: torch.optim.Adam(p, lr=0.02),
    "adam_decay": lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.02, weight_decay=0.1),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.02),
    "rmsprop_momentum": lambda p: torch.optim.RMSprop(p, lr=0.02, alpha=0.9, eps=1e-4, momentum=0.5, weight_decay=0.1),
    "lion": lambda p: Lion(p, lr=0.02, betas=(0.9, 0.99), weight_decay=0.1),
}


def optimizers():
    torch.manual_seed(4)
    start, gradients = rounded(torch.randn(19)), rounded(torch.randn(20, 19))
    paths = {}
    for name, make in OPTIMIZERS.items():
        theta = start.clone().requires_grad_()
        optimizer, path = make([theta]), []
        for gradient in gradients:
            theta.grad = gradient.clone()
            optimizer.step()
            path.append(theta.detach().tolist())
        paths[name] = path
    write("optimizers", {"start": start.tolist(), "gradients": gradients.tolist(), "paths": paths})


# Schedules: the rate of each step for a learning rate of 1.

SCHEDULES = {
    "step": lambda o: lr_scheduler.StepLR(o, 7, 0.5),
    "linear": lambda o: lr_scheduler.LinearLR(o, 1.0, 0.25, 30),
    "cosine": lambda o: lr_scheduler.CosineAnnealingLR(o, 39, 0.1),
    "warmup": lambda o: lr_scheduler.LinearLR(o, 0.125, 1.0, 7),
    "one_cycle": lambda o: lr_scheduler.OneCycleLR(o, 1.0, 40, cycle_momentum=False),
    "one_cycle_settings": lambda o: lr_scheduler.OneCycleLR(
        o, 1.0, 40, pct_start=0.5, div_factor=10, final_div_factor=100, cycle_momentum=False),
}


def schedules():
    rates = {}
    for name, make in SCHEDULES.items():
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
        schedule, path = make(optimizer), []
        for step in range(40):
            path.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            if step < 39:
                schedule.step()
        rates[name] = path
    write("schedules", rates)


def clipping():
    torch.manual_seed(5)
    gradients = [rounded(torch.randn(7, 5)), rounded(torch.randn(9))]

    def clipped(clip):
        parameters = [torch.zeros_like(g, requires_grad=True) for g in gradients]
        for p, g in zip(parameters, gradients):
            p.grad = g.clone()
        clip(parameters)
        return [p.grad.flatten().tolist() for p in parameters]

    write("clipping", {
        "gradients": [g.flatten().tolist() for g in gradients],
        "norm": clipped(lambda p: torch.nn.utils.clip_grad_norm_(p, 1.5)),
        "longNorm": clipped(lambda p: torch.nn.utils.clip_grad_norm_(p, 100.0)),
        "value": clipped(lambda p: torch.nn.utils.clip_grad_value_(p, 0.5)),
    })


losses()
optimizers()
schedules()
clipping()
