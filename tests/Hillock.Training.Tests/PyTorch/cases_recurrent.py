"""Recurrent layers: PyTorch's own, and cells with other activations, spelt out step by step."""
import torch
from torch import nn
from torch.nn import functional as F

from cases_dense import dense, same, turned


def ours(name, layer, suffix=""):
    """Two biases of a gate are one of ours: the second begins at zero, and the gradient of the first is that of their sum."""
    part = {key: getattr(layer, f"{key}_l0{suffix}") for key in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
    weights = {
        f"{name}.weights": (part["weight_ih"], turned),
        f"{name}.recurrent_weights": (part["weight_hh"], turned),
        f"{name}.biases": (part["bias_ih"], same),
    }
    if part["weight_hh"].shape[0] == 3 * layer.hidden_size:
        # The reset gate of a GRU stands between the two.
        kept = 2 * layer.hidden_size
        part["bias_hh"].data[:kept] = 0
        weights[f"{name}.state_biases"] = (part["bias_hh"], lambda bias: bias[kept:])
    else:
        part["bias_hh"].data[:] = 0
    return weights


def both(name, layer):
    return {**ours(f"{name}.forward", layer), **ours(f"{name}.reverse", layer, "_reverse")}


class Last(nn.Module):
    """The state after the last step, of each direction its own."""

    def __init__(self, layer, out):
        super().__init__()
        self.layer, self.out = layer, out

    def forward(self, x):
        state = self.layer(x)[1]
        state = state[0] if isinstance(state, tuple) else state
        return self.out(state.transpose(0, 1).flatten(1))


class Each(nn.Module):
    """The state after each step."""

    def __init__(self, layer, out):
        super().__init__()
        self.layer, self.out = layer, out

    def forward(self, x):
        return self.out(self.layer(x)[0])


def case(plan, layer, make, wrap, samples=4, steps=5):
    layer.batch_first = True
    width = layer.hidden_size * (2 if layer.bidirectional else 1)
    out = nn.Linear(width, 3)
    targets = torch.randn(samples, steps, 3) if wrap is Each else torch.randn(samples, 3)
    return dict(
        plan=plan,
        inputs=torch.randn(samples, steps, layer.input_size),
        module=wrap(layer, out),
        weights={**make(plan.split(" ")[0] + "1", layer), **dense("dense1", out)},
        loss="mean_squared_error",
        targets=targets,
        criterion=F.mse_loss,
    )


class Cell(nn.Module):
    """A recurrence from its formulas alone, with any activations."""

    bidirectional = False

    def __init__(self, features, units, gates, step):
        super().__init__()
        self.input_size, self.hidden_size, self.step = features, units, step
        draw = lambda *shape: nn.Parameter(torch.randn(shape) / 2)
        self.weight_ih_l0, self.weight_hh_l0 = draw(gates * units, features), draw(gates * units, units)
        self.bias_ih_l0, self.bias_hh_l0 = draw(gates * units), draw(gates * units)

    def forward(self, x):
        h = x.new_zeros(x.shape[0], self.hidden_size)
        c, all_states = torch.zeros_like(h), []
        for t in range(x.shape[1]):
            a = (x[:, t] @ self.weight_ih_l0.T + self.bias_ih_l0).chunk(self.weight_ih_l0.shape[0] // self.hidden_size, 1)
            b = (h @ self.weight_hh_l0.T + self.bias_hh_l0).chunk(len(a), 1)
            h, c = self.step(a, b, h, c)
            all_states.append(h)
        return torch.stack(all_states, 1), h[None]


def lstm_step(gate, cell, output):
    def step(a, b, h, c):
        i, f, g, o = (p + q for p, q in zip(a, b))
        c = gate(f) * c + gate(i) * cell(g)
        return gate(o) * output(c), c

    return step


def gru_step(gate, cell):
    def step(a, b, h, c):
        r, z = gate(a[0] + b[0]), gate(a[1] + b[1])
        n = cell(a[2] + r * b[2])
        return (1 - z) * n + z * h, c

    return step


def prelu_lstm():
    layer = Cell(3, 4, 4, None)
    slope = nn.Parameter(torch.tensor([0.1, 0.2, 0.3, 0.4]))
    layer.slope = slope
    layer.step = lstm_step(torch.sigmoid, lambda g: torch.where(g > 0, g, slope * g), torch.tanh)
    made = case("lstm 4 cell prelu(alpha=trainable_per_unit), dense 3", layer, ours, Each)
    made["weights"]["lstm1.cell.alpha"] = (slope, same)
    return made


def swish_rnn():
    layer = Cell(3, 4, 1, None)
    beta = nn.Parameter(torch.tensor([0.8]))
    layer.beta = beta

    def step(a, b, h, c):
        z = a[0] + b[0]
        return z * torch.sigmoid(beta * z), c

    layer.step = step
    made = case("rnn 4 act swish(beta=trainable), dense 3", layer, ours, Each)
    made["weights"]["rnn1.state.beta"] = (beta, same)
    return made


CASES = {
    "rnn": lambda: case("rnn 5, dense 3", nn.RNN(3, 5), ours, Each),
    "rnn_relu_both_ways": lambda: case("rnn 5 act relu bidirectional, dense 3", nn.RNN(3, 5, nonlinearity="relu", bidirectional=True), both, Each),
    "rnn_swish": swish_rnn,
    "lstm": lambda: case("lstm 5, dense 3", nn.LSTM(4, 5), ours, Each),
    "lstm_last": lambda: case("lstm 18 last, dense 3", nn.LSTM(2, 18), ours, Last, samples=35, steps=3),
    "lstm_both_ways": lambda: case("lstm 3 bidirectional, dense 3", nn.LSTM(2, 3, bidirectional=True), both, Each),
    "lstm_both_ways_last": lambda: case("lstm 3 last bidirectional, dense 3", nn.LSTM(2, 3, bidirectional=True), both, Last),
    "lstm_one_step": lambda: case("lstm 3, dense 3", nn.LSTM(2, 3), ours, Each, steps=1),
    "lstm_activations": lambda: case(
        "lstm 4 gate hard_sigmoid cell gelu output softsign, dense 3",
        Cell(3, 4, 4, lstm_step(F.hardsigmoid, F.gelu, F.softsign)), ours, Each),
    "lstm_silu_gates": lambda: case(
        "lstm 4 gate (x * sigmoid(x)) cell relu output x, dense 3",
        Cell(3, 4, 4, lstm_step(F.silu, F.relu, lambda c: c)), ours, Each),
    "lstm_prelu": prelu_lstm,
    "gru": lambda: case("gru 5, dense 3", nn.GRU(4, 5), ours, Each),
    "gru_last": lambda: case("gru 18 last, dense 3", nn.GRU(2, 18), ours, Last, samples=35, steps=3),
    "gru_both_ways": lambda: case("gru 3 bidirectional, dense 3", nn.GRU(2, 3, bidirectional=True), both, Each),
    "gru_activations": lambda: case(
        "gru 4 gate softsign cell gelu, dense 3", Cell(3, 4, 3, gru_step(F.softsign, F.gelu)), ours, Each),
}
