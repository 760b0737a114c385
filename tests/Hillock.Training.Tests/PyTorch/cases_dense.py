"""Dense layers and activations."""
import torch
from torch import nn
from torch.nn import functional as F


def turned(matrix):
    return matrix.T


def same(tensor):
    return tensor


def dense(name, linear):
    return {f"{name}.weights": (linear.weight, turned), f"{name}.biases": (linear.bias, same)}


def mlp():
    net = nn.Sequential(nn.Linear(7, 5), nn.GELU(), nn.Linear(5, 6), nn.SiLU(), nn.Linear(6, 3))
    return dict(
        plan="dense 5, gelu, dense 6, silu, dense 3",
        inputs=torch.randn(4, 7),
        module=net,
        weights={**dense("dense1", net[0]), **dense("dense2", net[2]), **dense("dense3", net[4])},
        loss="softmax_cross_entropy",
        targets=torch.tensor([[2], [0], [1], [2]]),
        criterion=lambda z, t: F.cross_entropy(z, t[:, 0]),
    )


def prelu():
    net = nn.Sequential(nn.Linear(5, 8), nn.PReLU(8, 0.1), nn.Linear(8, 2))
    return dict(
        plan="dense 8, prelu(alpha=trainable_per_unit(0.1)), dense 2",
        inputs=torch.randn(6, 5),
        module=net,
        weights={**dense("dense1", net[0]), "dense1.alpha": (net[1].weight, same), **dense("dense2", net[2])},
        loss="mean_squared_error",
        targets=torch.randn(6, 2),
        criterion=F.mse_loss,
    )


def positions():
    """A dense layer sees each step of a sequence by itself."""
    net = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 3))
    return dict(
        plan="dense 6, tanh, dense 3",
        inputs=torch.randn(2, 5, 4),
        module=net,
        weights={**dense("dense1", net[0]), **dense("dense2", net[2])},
        loss="binary_cross_entropy",
        targets=torch.randint(0, 2, (2, 5, 3)).float(),
        criterion=F.binary_cross_entropy_with_logits,
    )


CASES = {"mlp": mlp, "prelu": prelu, "positions": positions}
