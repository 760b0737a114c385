"""Decoder blocks, which look at what an encoder makes of the first steps."""
import torch
from torch import nn
from torch.nn import functional as F
from cases_attention import block_weights, later, norm, shaken
from cases_dense import dense, same


def cross_weights(name, module):
    """PyTorch has queries, keys and values in one matrix; only the first look from the decoder."""
    width = module.embed_dim
    return {
        f"{name}.queries.weights": (module.in_proj_weight, lambda w: w[:width].T),
        f"{name}.queries.biases": (module.in_proj_bias, lambda b: b[:width]),
        f"{name}.memory.weights": (module.in_proj_weight, lambda w: w[width:].T),
        f"{name}.memory.biases": (module.in_proj_bias, lambda b: b[width:]),
        **dense(f"{name}.output", module.out_proj),
    }


def decoder_weights(name, layer):
    return {
        **block_weights(name, layer),
        **cross_weights(f"{name}.cross", layer.multihead_attn),
        **norm(f"{name}.norm3", layer.norm3),
    }


class Decoder(nn.Module):
    """One decoder block over a memory that a dense layer makes of the first three steps."""
    def __init__(self, act, first, causal):
        super().__init__()
        self.memory = shaken(nn.Linear(8, 8))
        self.inner = shaken(nn.TransformerDecoderLayer(8, 2, 12, 0.0, act, norm_first=first, batch_first=True))
        self.causal = causal

    def forward(self, x):
        source, target = x[:, :3], x[:, 3:]
        return self.inner(target, torch.tanh(self.memory(source)), later(target.shape[1]).to(x) if self.causal else None)


def decoder(words, act, first=False, causal=True):
    def make():
        net = Decoder(act, first, causal)
        return dict(
            plan=f"encoderdecoder 3 (dense 8, tanh) (transformer 2 width 12 {words})",
            inputs=torch.randn(2, 8, 8),
            module=net,
            weights={
                **dense("encoderdecoder1.encoder.dense1", net.memory),
                **decoder_weights("encoderdecoder1.decoder.transformer1", net.inner),
            },
            loss="mean_squared_error",
            targets=torch.randn(2, 5, 8),
            criterion=F.mse_loss,
        )
    return make


class Translator(nn.Module):
    """Tokens in, tokens out: both blocks of the decoder look at the same memory, whose gradients add up."""
    def __init__(self, tokens, first):
        super().__init__()
        self.embedding, self.out = nn.Embedding(tokens, 8), shaken(nn.Linear(8, tokens))
        self.encoder = nn.ModuleList(
            [shaken(nn.TransformerEncoderLayer(8, 4, 32, 0.0, "gelu", norm_first=first, batch_first=True)) for _ in range(2)])
        self.decoder = nn.ModuleList(
            [shaken(nn.TransformerDecoderLayer(8, 4, 32, 0.0, "gelu", norm_first=first, batch_first=True)) for _ in range(2)])

    def forward(self, x):
        x = self.embedding(x.long())
        memory, y = x[:, :6], x[:, 6:]
        for block in self.encoder:
            memory = block(memory)
        for block in self.decoder:
            y = block(y, memory, later(y.shape[1]).to(y))
        return self.out(y)


def translator(first):
    def make():
        net, inner = Translator(7, first), "encoderdecoder1"
        word = " prenorm" if first else ""
        return dict(
            plan=f"embedding 7 8, encoderdecoder 6 (repeat 2 (transformer 4 act gelu{word})) "
                 f"(repeat 2 (transformer 4 act gelu causal cross{word})), dense 7",
            inputs=torch.randint(7, (3, 10)).float(),
            module=net,
            weights={
                "embedding1.weights": (net.embedding.weight, same),
                **block_weights(f"{inner}.encoder.transformer1", net.encoder[0]),
                **block_weights(f"{inner}.encoder.transformer2", net.encoder[1]),
                **decoder_weights(f"{inner}.decoder.transformer1", net.decoder[0]),
                **decoder_weights(f"{inner}.decoder.transformer2", net.decoder[1]),
                **dense("dense1", net.out),
            },
            loss="softmax_cross_entropy",
            targets=torch.randint(7, (3, 4)),
            criterion=lambda z, t: F.cross_entropy(z.flatten(0, 1), t.flatten()),
            integer=True,
        )
    return make


CASES = {
    "decoder_postnorm": decoder("act gelu causal cross", "gelu"),
    "decoder_prenorm": decoder("act relu causal cross prenorm", "relu", first=True),
    "decoder_not_causal": decoder("act silu cross", F.silu, causal=False),
    "translator_postnorm": translator(False),
    "translator_prenorm": translator(True),
}
