"""Normalisation, tokens, residual blocks, functions of rows, sine layers."""
import torch
from torch import nn
from torch.nn import functional as F

from cases_dense import dense, same


class Run(nn.Module):
    """Modules, and what is to be done with them."""

    def __init__(self, forward, **modules):
        super().__init__()
        self.parts = nn.ModuleDict(modules)
        self.run = forward

    def forward(self, x):
        return self.run(self.parts, x)


class Rms(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(width) + 0.5)

    def forward(self, x):
        return x / torch.sqrt((x * x).mean(-1, keepdim=True) + 1e-5) * self.weight


class Added(nn.Module):
    def __init__(self, steps, width):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(steps, width))

    def forward(self, x):
        return x + self.weight


def scaled(norm):
    """Scales and shifts that are not 1 and 0."""
    nn.init.uniform_(norm.weight, 0.5, 1.5)
    nn.init.normal_(norm.bias)
    return norm


def norm(name, module):
    return {f"{name}.scale": (module.weight, same), f"{name}.shift": (module.bias, same)}


def classes(net, plan, inputs, weights, **more):
    return dict(plan=plan, inputs=inputs, module=net, weights=weights, loss="softmax_cross_entropy",
                targets=torch.arange(inputs.shape[0])[:, None] % 3, criterion=lambda z, t: F.cross_entropy(z, t[:, 0]), **more)


def batchnorm():
    net = nn.Sequential(nn.Linear(5, 9), scaled(nn.BatchNorm1d(9)), nn.SiLU(), nn.Linear(9, 3))
    return classes(net, "dense 9, batchnorm, silu, dense 3", torch.randn(37, 5),
                   {**dense("dense1", net[0]), **norm("batchnorm1", net[1]), **dense("dense2", net[3])},
                   statistics={"batchnorm1.mean": lambda: net[1].running_mean, "batchnorm1.variance": lambda: net[1].running_var})


def batchnorm_image():
    """Over samples and positions; channels last is ours."""
    bn = scaled(nn.BatchNorm2d(20))
    out = nn.Linear(120, 3)
    net = Run(lambda m, x: m["out"](torch.tanh(m["bn"](x.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)).flatten(1)), bn=bn, out=out)
    return classes(net, "batchnorm, tanh, flatten, dense 3", 3 + 2 * torch.randn(5, 2, 3, 20), {**norm("batchnorm1", bn), **dense("dense1", out)},
                   statistics={"batchnorm1.mean": lambda: bn.running_mean, "batchnorm1.variance": lambda: bn.running_var})


def layernorm():
    net = nn.Sequential(nn.Linear(4, 19), scaled(nn.LayerNorm(19)), nn.GELU(), nn.Flatten(), nn.Linear(57, 3))
    return classes(net, "dense 19, layernorm, gelu, flatten, dense 3", torch.randn(6, 3, 4),
                   {**dense("dense1", net[0]), **norm("layernorm1", net[1]), **dense("dense2", net[4])})


def rmsnorm():
    net = nn.Sequential(nn.Linear(4, 21), Rms(21), nn.Flatten(), nn.Linear(63, 3))
    return classes(net, "dense 21, rmsnorm, flatten, dense 3", torch.randn(6, 3, 4),
                   {**dense("dense1", net[0]), "rmsnorm1.scale": (net[1].weight, same), **dense("dense2", net[3])})


def groupnorm():
    gn = scaled(nn.GroupNorm(3, 12))
    out = nn.Linear(72, 3)
    net = Run(lambda m, x: m["out"](F.silu(m["gn"](x.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)).flatten(1)), gn=gn, out=out)
    return classes(net, "groupnorm 3, silu, flatten, dense 3", 1 + torch.randn(4, 2, 3, 12), {**norm("groupnorm1", gn), **dense("dense1", out)})


def tokens():
    """The same token several times, so that gradients add up."""
    embedding, positions, out = nn.Embedding(5, 6), Added(4, 6), nn.Linear(6, 3)
    net = Run(lambda m, x: m["out"](torch.tanh(m["positions"](m["embedding"](x.long())))[:, -1]),
              embedding=embedding, positions=positions, out=out)
    return classes(net, "embedding 5 6, positions, tanh, last, dense 3", torch.tensor([[1, 1, 0, 4], [2, 1, 4, 1], [0, 0, 0, 1.0]]),
                   {"embedding1.weights": (embedding.weight, same), "positions1.weights": (positions.weight, same), **dense("dense1", out)},
                   integer=True)


def residual():
    """A plain block, one with a projection and an activation after the sum, and one with a projection of several layers."""
    a, b, c, p, q, r, out = (nn.Linear(5, 8), nn.Linear(8, 5), nn.Linear(5, 7), nn.Linear(5, 7), nn.Linear(7, 4), nn.Linear(7, 4), nn.Linear(4, 3))
    bn = scaled(nn.BatchNorm1d(4))

    def forward(m, x):
        x = x + m["b"](F.gelu(m["a"](x)))
        x = F.silu(m["p"](x) + torch.tanh(m["c"](x)))
        x = torch.sigmoid(m["bn"](m["r"](x)) + m["q"](x))
        return m["out"](x)

    return classes(Run(forward, a=a, b=b, c=c, p=p, q=q, r=r, bn=bn, out=out),
                   "residual (dense 8, gelu, dense 5), residual (dense 7, tanh) project, silu, "
                   "residual (dense 4) project (dense 4, batchnorm), sigmoid, dense 3",
                   torch.randn(11, 5),
                   {**dense("residual1.dense1", a), **dense("residual1.dense2", b), **dense("residual2.dense1", c), **dense("residual2.project", p),
                    **dense("residual3.dense1", q), **dense("residual3.project.dense1", r), **norm("residual3.project.batchnorm1", bn),
                    **dense("dense1", out)},
                   statistics={"residual3.project.batchnorm1.mean": lambda: bn.running_mean})


def rows():
    """Halved, doubled, halved again."""
    a, b, out = nn.Linear(4, 12), nn.Linear(12, 10), nn.Linear(5, 3)

    def forward(m, x):
        x = F.glu(m["a"](x))
        x = m["b"](torch.cat([torch.relu(x), torch.relu(-x)], -1))
        x = torch.softmax(x.view(4, 3, 5, 2).max(-1).values, -1)
        return m["out"](x)[:, -1]

    net = Run(forward, a=a, b=b, out=out)
    return classes(net, "dense 12, glu, crelu, dense 10, maxout, softmax, dense 3, last", torch.randn(4, 3, 4),
                   {**dense("dense1", a), **dense("dense2", b), **dense("dense3", out)})


def sine():
    a, b, out = nn.Linear(2, 9), nn.Linear(9, 7), nn.Linear(7, 3)
    for layer in (a, b):
        layer.weight.data /= 10
    net = Run(lambda m, x: m["out"](torch.sin(5 * m["b"](torch.sin(30 * m["a"](x))))), a=a, b=b, out=out)
    return classes(net, "sine 9, sine 7 omega 5, dense 3", torch.randn(6, 2),
                   {**dense("sine1", a), **dense("sine2", b), **dense("dense1", out)})


def rational():
    """Coefficients at random, so that what stands between the bars has both signs."""
    a, out, c = nn.Linear(4, 11), nn.Linear(11, 3), nn.Linear(10, 1, bias=False)

    def forward(m, x):
        x, k = m["a"](x), m["c"].weight[0]
        p = sum(k[i] * x ** i for i in range(6))
        q = sum(k[5 + i] * x ** i for i in range(1, 5))
        return m["out"](p / (1 + q.abs()))

    return classes(Run(forward, a=a, out=out, c=c), "dense 11, rational, dense 3", torch.randn(7, 4),
                   {**dense("dense1", a), "rational1.coefficients": (c.weight, lambda w: w[0]), **dense("dense2", out)})


CASES = {f.__name__: f for f in (batchnorm, batchnorm_image, layernorm, rmsnorm, groupnorm, tokens, residual, rows, sine, rational)}
