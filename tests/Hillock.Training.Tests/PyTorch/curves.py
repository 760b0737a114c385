"""The five networks whose training is compared step by step, and the numbers they begin with and see."""
import numpy
import torch
from torch import nn

from cases_attention import block_weights
from cases_conv import ChannelsLast, Flat, conv
from cases_dense import dense
from cases_recurrent import Last, ours

CLASSES = 10
WORD = 2**64


def mixed(state):
    """SplitMix64's output function (Steele, Lea and Flood 2014)."""
    state = (state ^ (state >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return state ^ (state >> numpy.uint64(31))


def fnv1a(text):
    code = 0xCBF29CE484222325
    for byte in text.encode("ascii"):
        code = (code ^ byte) * 0x100000001B3 % WORD
    return code


def uniform(purpose, first, count):
    """Multiples of 2^-23 from -1 to 1, the same as CurveTests.cs draws for that purpose and those numbers."""
    start = mixed(numpy.array([fnv1a(purpose)], numpy.uint64))
    numbers = numpy.arange(first + 1, first + count + 1, dtype=numpy.uint64)
    bits = mixed(start + numbers * numpy.uint64(0x9E3779B97F4A7C15))
    return (bits >> numpy.uint64(40)).astype(numpy.float64) / 2**23 - 1


def filled(name, shape, gain):
    """Weights are inputs × units and have the variance gain² / inputs; scales are near 1, all else is near 0."""
    values = uniform(name, 0, int(numpy.prod(shape)))
    if name.endswith("weights"):
        values = values * (gain * numpy.sqrt(3 / shape[0]))
    else:
        values = values * 0.1 + (1 if name.endswith(".scale") else 0)
    return values.astype(numpy.float32)


def fill(case):
    """Gives each of PyTorch's tensors what the same one of ours begins with."""
    for name, (tensor, to_ours) in case["weights"].items():
        places = to_ours(torch.arange(tensor.numel()).reshape(tensor.shape))
        values = torch.from_numpy(filled(name, tuple(places.shape), case["gain"]))
        tensor.data.view(-1)[places.reshape(-1)] = values.to(tensor.dtype)


def batch(case, step):
    """Each sample is its class's pattern and noise."""
    count, features = case["batch"], int(numpy.prod(case["shape"]))
    labels = (numpy.arange(count) + step * count) * 7 % CLASSES
    patterns = uniform("patterns", 0, CLASSES * features).reshape(CLASSES, features)
    noise = uniform("noise", step * count * features, count * features).reshape(count, features)
    inputs = (case["pattern"] * patterns[labels] + noise).astype(numpy.float32)
    return torch.from_numpy(inputs.reshape(count, *case["shape"])), torch.from_numpy(labels)


def adam(rate=1e-3):
    return {"name": "adam", "rate": rate}, lambda parameters: torch.optim.Adam(parameters, lr=rate)


def sgd(rate=0.01, momentum=0.0):
    return {"name": "sgd", "rate": rate, "momentum": momentum}, lambda parameters: torch.optim.SGD(parameters, lr=rate, momentum=momentum)


def mlp(name, act):
    def make():
        net = nn.Sequential(nn.Linear(784, 256), act(), nn.Linear(256, 128), act(), nn.Linear(128, 10))
        return dict(plan=f"dense 256, {name}, dense 128, {name}, dense 10", shape=[784], batch=128, gain=1.4, pattern=0.25, optimizer=adam(), module=net,
                    weights={**dense("dense1", net[0]), **dense("dense2", net[2]), **dense("dense3", net[4])})
    return make


def cnn():
    net = ChannelsLast(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                       Flat(), nn.Linear(1568, 128), nn.ReLU(), nn.Linear(128, 10))
    return dict(plan="conv 16 3x3, relu, maxpool 2, conv 32 3x3, relu, maxpool 2, dense 128, relu, dense 10", shape=[28, 28, 1], batch=64, gain=1.0,
                pattern=1.0, optimizer=sgd(momentum=0.9), module=net,
                weights={**conv("conv1", net[0]), **conv("conv2", net[3]), **dense("dense1", net[7]), **dense("dense2", net[9])})


def deep_tanh():
    # With the gain that keeps variances, 1.59, fifty layers make a rounding error grow so fast that PyTorch's own float32 is elsewhere after
    # five steps: 0.1 away in a loss of 2.3. Nothing could be compared.
    net = nn.Sequential(*[layer for _ in range(50) for layer in (nn.Linear(64, 64), nn.Tanh())], nn.Linear(64, 10))
    return dict(plan="repeat 50 (dense 64, tanh), dense 10", shape=[64], batch=128, gain=1.1, pattern=2.0, optimizer=sgd(), module=net,
                weights={name: weight for i in range(51) for name, weight in dense(f"dense{i + 1}", net[2 * i]).items()})


def lstm():
    layer, out = nn.LSTM(28, 128, batch_first=True), nn.Linear(128, 10)
    weights = {**ours("lstm1", layer), **dense("dense1", out)}
    # Adam would go twice as far with the two biases of PyTorch as with their sum.
    layer.bias_hh_l0.requires_grad_(False)
    return dict(plan="lstm 128 last, dense 10", shape=[28, 28], batch=128, gain=1.0, pattern=0.5, optimizer=adam(), module=Last(layer, out), weights=weights)


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList([nn.TransformerEncoderLayer(64, 4, 256, 0.0, "gelu", batch_first=True) for _ in range(2)])
        self.out = nn.Linear(64, 10)

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return self.out(x.mean(1))


def transformer():
    net = Encoder()
    return dict(plan="repeat 2 (transformer 4 width 256 act gelu postnorm), globalpool, dense 10", shape=[64, 64], batch=32, gain=1.0, pattern=0.5,
                optimizer=adam(), module=net,
                weights={**block_weights("transformer1", net.blocks[0]), **block_weights("transformer2", net.blocks[1]), **dense("dense1", net.out)})


CURVES = {"mlp_relu": mlp("relu", nn.ReLU), "mlp_gelu": mlp("gelu", nn.GELU), "cnn": cnn, "deep_tanh": deep_tanh, "lstm": lstm, "transformer": transformer}
