"""Attention and transformer blocks."""
import torch
from torch import nn
from torch.nn import functional as F
from cases_dense import dense, same, turned


def attention_weights(name, module):
    return {
        f"{name}.projections.weights": (module.in_proj_weight, turned),
        f"{name}.projections.biases": (module.in_proj_bias, same),
        **dense(f"{name}.output", module.out_proj),
    }


def norm(name, module):
    return {f"{name}.scale": (module.weight, same), f"{name}.shift": (module.bias, same)}


def block_weights(name, layer):
    return {
        **attention_weights(f"{name}.attention", layer.self_attn),
        **dense(f"{name}.feedforward.hidden", layer.linear1),
        **dense(f"{name}.feedforward.output", layer.linear2),
        **norm(f"{name}.norm1", layer.norm1),
        **norm(f"{name}.norm2", layer.norm2),
    }


def later(steps):
    return torch.triu(torch.full((steps, steps), float("-inf")), 1)


def shaken(module):
    """Biases and norms of PyTorch begin at 0 and 1, where mistakes would not show."""
    for parameter in module.parameters():
        if parameter.dim() == 1:
            parameter.data += 0.3 * torch.randn_like(parameter)
    return module


class SelfAttention(nn.Module):
    def __init__(self, features, heads, causal):
        super().__init__()
        self.inner, self.causal = shaken(nn.MultiheadAttention(features, heads, batch_first=True)), causal

    def forward(self, x):
        return self.inner(x, x, x, attn_mask=later(x.shape[1]).to(x) if self.causal else None)[0]


def attention(causal):
    def make():
        net = SelfAttention(6, 2, causal)
        return dict(
            plan="attention 2" + (" causal" if causal else ""),
            inputs=torch.randn(3, 5, 6),
            module=net,
            weights=attention_weights("attention1", net.inner),
            loss="mean_squared_error",
            targets=torch.randn(3, 5, 6),
            criterion=F.mse_loss,
        )
    return make


class Block(nn.Module):
    def __init__(self, features, heads, width, act, first, causal):
        super().__init__()
        self.inner = shaken(nn.TransformerEncoderLayer(features, heads, width, 0.0, act, norm_first=first, batch_first=True))
        self.causal = causal

    def forward(self, x):
        return self.inner(x, later(x.shape[1]).to(x) if self.causal else None)


def block(words, act, first=False, causal=False):
    def make():
        net = Block(8, 2, 12, act, first, causal)
        return dict(
            plan=f"transformer 2 width 12 {words}",
            inputs=torch.randn(2, 5, 8),
            module=net,
            weights=block_weights("transformer1", net.inner),
            loss="mean_squared_error",
            targets=torch.randn(2, 5, 8),
            criterion=F.mse_loss,
        )
    return make


class Gated(nn.Module):
    """A pre-norm block with a gated pair: 12 · 2/3 = 8 hidden units, the gate in the second half."""
    def __init__(self, gate):
        super().__init__()
        self.inner = shaken(nn.TransformerEncoderLayer(8, 2, 16, 0.0, norm_first=True, batch_first=True))
        self.inner.linear2 = shaken(nn.Linear(8, 8))
        self.gate = gate

    def forward(self, x):
        t = self.inner
        n = t.norm1(x)
        r = x + t.self_attn(n, n, n)[0]
        a, b = t.linear1(t.norm2(r)).chunk(2, -1)
        return r + t.linear2(a * self.gate(b))


def gated(name, gate):
    def make():
        net = Gated(gate)
        return dict(
            plan=f"transformer 2 width 12 gated {name} prenorm",
            inputs=torch.randn(2, 5, 8),
            module=net,
            weights=block_weights("transformer1", net.inner),
            loss="mean_squared_error",
            targets=torch.randn(2, 5, 8),
            criterion=F.mse_loss,
        )
    return make


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 8)
        self.blocks = nn.ModuleList([shaken(nn.TransformerEncoderLayer(8, 4, 32, 0.0, "gelu", batch_first=True)) for _ in range(2)])
        self.out = nn.Linear(8, 4)

    def forward(self, x):
        x = self.first(x)
        for b in self.blocks:
            x = b(x)
        return self.out(x.mean(1))


def encoder():
    net = Encoder()
    return dict(
        plan="dense 8, repeat 2 (transformer 4 act gelu), globalpool, dense 4",
        inputs=torch.randn(3, 6, 3),
        module=net,
        weights={
            **dense("dense1", net.first),
            **block_weights("transformer1", net.blocks[0]),
            **block_weights("transformer2", net.blocks[1]),
            **dense("dense2", net.out),
        },
        loss="softmax_cross_entropy",
        targets=torch.tensor([[2], [0], [3]]),
        criterion=lambda z, t: F.cross_entropy(z, t[:, 0]),
    )


CASES = {
    "attention": attention(False),
    "attention_causal": attention(True),
    "transformer_postnorm": block("act gelu", "gelu"),
    "transformer_prenorm": block("act relu prenorm", "relu", first=True),
    "transformer_causal": block("act silu causal", F.silu, causal=True),
    "transformer_glu": gated("glu", torch.sigmoid),
    "transformer_geglu": gated("geglu", F.gelu),
    "transformer_swiglu": gated("swiglu", F.silu),
    "transformer_reglu": gated("reglu", F.relu),
    "transformer_encoder": encoder,
}
