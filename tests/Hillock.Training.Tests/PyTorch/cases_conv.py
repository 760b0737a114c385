"""Convolutions and pools."""
import torch
from torch import nn
from torch.nn import functional as F

from cases_dense import dense, same


def kernel(tensor):
    """channels out × channels of a group × extents → (extents · channels of a group) × channels out"""
    return tensor.movedim(0, -1).movedim(0, -2).reshape(-1, tensor.shape[0])


def conv(name, layer):
    return {f"{name}.weights": (layer.weight, kernel), f"{name}.biases": (layer.bias, same)}


class ChannelsLast(nn.Module):
    """PyTorch's layers between inputs and outputs whose channels come last."""

    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def __getitem__(self, i):
        return self.layers[i]

    def forward(self, x):
        y = self.layers(x.movedim(-1, 1))
        return y.movedim(1, -1) if y.dim() > 2 else y


class Flat(nn.Module):
    """Positions before channels, as our dense layers read an image."""

    def forward(self, x):
        return x.movedim(1, -1).flatten(1)


def case(plan, shape, net, weights, outputs):
    """A network whose outputs have that shape, with targets drawn at random."""
    return dict(plan=plan, inputs=torch.randn(shape), module=net, weights=weights, loss="mean_squared_error",
                targets=torch.randn(outputs), criterion=F.mse_loss)


def cnn():
    net = ChannelsLast(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.GELU(),
                       nn.MaxPool2d(2), Flat(), nn.Linear(128, 3))
    return dict(
        plan="conv 16 3x3, relu, maxpool 2, conv 32 3x3, gelu, maxpool 2, dense 3",
        inputs=torch.randn(3, 8, 8, 1),
        module=net,
        weights={**conv("conv1", net[0]), **conv("conv2", net[3]), **dense("dense1", net[7])},
        loss="softmax_cross_entropy",
        targets=torch.tensor([[2], [0], [1]]),
        criterion=lambda z, t: F.cross_entropy(z, t[:, 0]),
    )


def conv_strides():
    """A stride that does not divide, a kernel that is not square, more padding before than after the last window."""
    net = ChannelsLast(nn.Conv2d(3, 5, (3, 4), stride=2, padding=1), nn.Tanh(), nn.Conv2d(5, 20, 3, stride=3, padding=2))
    return case("conv 5 3x4 stride 2 padding 1, tanh, conv 20 3x3 stride 3 padding 2", (2, 8, 9, 3), net,
                {**conv("conv1", net[0]), **conv("conv2", net[2])}, (2, 2, 2, 20))


def conv_gaps():
    """A stride above the kernel: some inputs are in no window."""
    net = ChannelsLast(nn.Conv2d(2, 4, 2, stride=3), nn.Tanh(), nn.Conv2d(4, 3, 1, stride=2))
    return case("conv 4 2x2 stride 3 padding 0, tanh, conv 3 1x1 stride 2", (2, 9, 8, 2), net,
                {**conv("conv1", net[0]), **conv("conv2", net[2])}, (2, 2, 2, 3))


def conv_groups():
    net = ChannelsLast(nn.Conv2d(6, 4, 3, padding=1, groups=2), nn.Sigmoid(), nn.Conv2d(4, 36, 3, padding=1, stride=2, groups=4))
    return case("conv 4 3x3 groups 2, sigmoid, conv 36 3x3 stride 2 groups 4", (2, 5, 4, 6), net,
                {**conv("conv1", net[0]), **conv("conv2", net[2])}, (2, 3, 2, 36))


def depthwise():
    net = ChannelsLast(nn.Conv2d(19, 19, 3, padding=1, groups=19), nn.SiLU(), nn.Conv2d(19, 16, 1), nn.SiLU(),
                       nn.Conv2d(16, 16, 3, stride=2, groups=16))
    return case("depthwise 3x3, silu, conv 16 1x1, silu, depthwise 3x3 stride 2 padding 0", (2, 7, 6, 19), net,
                {**conv("depthwise1", net[0]), **conv("conv1", net[2]), **conv("depthwise2", net[4])}, (2, 3, 2, 16))


def conv1d():
    net = ChannelsLast(nn.Conv1d(4, 40, 5, padding=2), nn.ELU(), nn.MaxPool1d(2), nn.Conv1d(40, 6, 3, stride=2), nn.PReLU(6, 0.1))
    return case("conv 40 5, elu, maxpool 2, conv 6 3 stride 2 padding 0, prelu(alpha=trainable_per_unit(0.1))", (2, 15, 4), net,
                {**conv("conv1", net[0]), **conv("conv2", net[3]), "conv2.alpha": (net[4].weight, same)}, (2, 3, 6))


def conv_prelu():
    """A parameter for each channel and one for the layer, over enough positions for several long spans."""
    net = ChannelsLast(nn.Conv2d(1, 3, 3, padding=1), nn.PReLU(3, 0.2), nn.Conv2d(3, 2, 3, padding=1), nn.PReLU(1, 0.3))
    return case("conv 3 3x3, prelu(alpha=trainable_per_unit(0.2)), conv 2 3x3, prelu(alpha=trainable(0.3))", (2, 20, 20, 1), net,
                {**conv("conv1", net[0]), "conv1.alpha": (net[1].weight, same), **conv("conv2", net[2]), "conv2.alpha": (net[3].weight, same)},
                (2, 20, 20, 2))


def pools():
    """Windows that overlap, ones with gaps, and ends that fill none; all inputs are small whole numbers, so that many are equal."""
    net = ChannelsLast(nn.MaxPool2d(3, stride=2), nn.AvgPool2d(2, stride=1), nn.AvgPool2d((2, 1)), nn.MaxPool2d(1, stride=2))
    return {**case("maxpool 3 stride 2, avgpool 2 stride 1, avgpool 2x1, maxpool 1 stride 2", (2, 12, 10, 9), net, {}, (2, 1, 2, 9)),
            "inputs": torch.randint(0, 3, (2, 12, 10, 9)).float()}


def global_pools():
    net = ChannelsLast(nn.Conv2d(2, 9, 3, padding=1), nn.Tanh(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(9, 2))
    return case("conv 9 3x3, tanh, globalpool, dense 2", (3, 5, 4, 2), net, {**conv("conv1", net[0]), **dense("dense1", net[4])}, (3, 2))


def global_max():
    net = ChannelsLast(nn.Conv1d(2, 9, 3, padding=1), nn.Tanh(), nn.AdaptiveMaxPool1d(1), nn.Flatten())
    return case("conv 9 3, tanh, globalpool max", (3, 7, 2), net, conv("conv1", net[0]), (3, 9))


CASES = {
    "cnn": cnn, "conv_strides": conv_strides, "conv_gaps": conv_gaps, "conv_groups": conv_groups, "depthwise": depthwise, "conv1d": conv1d,
    "conv_prelu": conv_prelu, "pools": pools, "global_pools": global_pools, "global_max": global_max,
}
