namespace Hillock.Lab.Tests;

/// <summary>Networks with nothing wrong: usual functions, first weights, rates and data.</summary>
internal static class HealthyNetworks
{
    private const string Dense = "dense 32, {act}, dense 32, {act}", Cnn = "conv 8 3x3, {act}, maxpool 2, conv 16 3x3, {act}, maxpool 2, dense 32, {act}";

    public static IReadOnlyList<Planted> All { get; } =
    [
        Healthy("spiral", Dense, "relu"),
        Healthy("spiral", Dense, "gelu"),
        Healthy("spiral", Dense, "tanh"),
        Healthy("spiral", "dense 64, {act}, dense 64, {act}", "silu"),
        Healthy("moons", Dense, "relu"),
        Healthy("moons", Dense, "leaky_relu"),
        Healthy("moons", Dense, "elu"),
        Healthy("moons", "dense 16, {act}", "sigmoid") with { Rate = 0.03 },
        Healthy("moons", "repeat 10 (dense 32, {act})", "relu") with { Rate = 0.001 },
        Healthy("moons", "repeat 10 (dense 32, {act})", "tanh") with { Rate = 0.001 },
        Healthy("moons", "repeat 10 (dense 32, {act})", "selu") with { Init = Initializer.Named("lecun"), Rate = 0.001 },
        Healthy("circles", Dense, "mish"),
        Healthy("circles", Dense, "softplus"),
        Healthy("circles", Dense, "prelu(alpha=trainable)"),
        Healthy("xor", Dense, "swish(beta=trainable)"),
        Healthy("xor", Dense, "hard_swish") with { Optimizer = OptimizerChoice.Sgd },
        Healthy("xor", Dense, "x * tanh(exp(x))"),
        Healthy("blobs", Dense, "relu") with { Optimizer = OptimizerChoice.Sgd },
        Healthy("blobs", Dense, "gelu") with { Optimizer = OptimizerChoice.AdamW },
        Healthy("blobs", Dense, "softsign"),
        Healthy("sine", Dense, "tanh"),
        Healthy("sine", Dense, "gelu"),
        Healthy("sine", Dense, "relu"),
        Healthy("sine", Dense, "silu") with { Optimizer = OptimizerChoice.Named("rmsprop") },
        Healthy("glyphs", "dense 64, {act}, dense 64, {act}", "relu") with { Epochs = 8 },
        Healthy("glyphs", "dense 64, {act}, dense 64, {act}", "tanh") with { Epochs = 8 },
        Healthy("glyphs", Cnn, "relu") with { Epochs = 6 },
        Healthy("glyphs", Cnn, "gelu") with { Epochs = 6 },
        Healthy("glyphs", "conv 8 3x3, batchnorm, {act}, maxpool 2, residual (conv 8 3x3, batchnorm, {act}, conv 8 3x3, batchnorm), {act}, globalpool", "relu") with { Epochs = 6 },
        Healthy("glyphs", "dense 64, layernorm, {act}, dense 64, layernorm, {act}", "silu") with { Epochs = 8 },
        Healthy("glyphs", "dense 64, {act}, dropout 0.2, dense 64, {act}", "elu") with { Epochs = 8 },
        Healthy("glyphs", "autoencoder", "gelu") with { Epochs = 8 },
        Healthy("grammar", "lstm 32 cell {act}", "tanh") with { Epochs = 12, DataRows = 300 },
        Healthy("grammar", "gru 32 cell {act}", "softsign") with { Epochs = 12, DataRows = 300 },
        Healthy("grammar", "transformer", "gelu") with { Epochs = 2, DataRows = 200 },
        Healthy("picture", "repeat 2 (sine 32 or {act})", "sin(30*x)") with { Rate = 3e-4, Epochs = 20 },
    ];

    private static Planted Healthy(string data, string network, string activation) => new("", [], data, network, activation);
}
