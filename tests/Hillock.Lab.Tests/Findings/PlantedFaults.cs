namespace Hillock.Lab.Tests;

/// <summary>Networks with a fault each, over several kinds of data and network.</summary>
internal static class PlantedFaults
{
    private const string Deep = "repeat 20 (dense 32, {act})", Dense = "dense 32, {act}, dense 32, {act}", Cnn = "conv 8 3x3, {act}, maxpool 2, dense 32, {act}";

    private static readonly OptimizerChoice Sgd = OptimizerChoice.Sgd;

    public static IReadOnlyList<Planted> All { get; } =
    [
        Fault("sigmoid through twenty layers", ["vanishing gradients"], "moons", Deep, "sigmoid"),
        Fault("sigmoid through twelve layers", ["vanishing gradients"], "spiral", "repeat 12 (dense 32, {act})", "sigmoid") with { Init = Initializer.Named("glorot") },
        Fault("sigmoid through ten layers, for images", ["vanishing gradients"], "glyphs", "repeat 10 (dense 32, {act})", "sigmoid") with { Epochs = 8 },
        Fault("first weights as PyTorch draws them, through thirty layers of tanh", ["vanishing gradients", "poor initialisation"], "moons", "repeat 30 (dense 32, {act})", "tanh") with { Init = Initializer.Named("pytorch"), Epochs = 15 },
        Fault("first weights as PyTorch draws them, through thirty layers of relu", ["vanishing gradients", "poor initialisation"], "blobs", "repeat 30 (dense 32, {act})", "relu") with { Init = Initializer.Named("pytorch"), Epochs = 15 },
        Fault("first weights too small for gelu, through forty layers", ["poor initialisation"], "circles", "repeat 40 (dense 16, {act})", "gelu") with { Init = Initializer.Named("pytorch"), Epochs = 10 },
        Fault("first weights too large: he with twice a leaky relu", ["exploding gradients", "poor initialisation"], "moons", "repeat 15 (dense 32, {act})", "2*leaky_relu(x)") with { Init = Initializer.Named("he"), Epochs = 15 },
        Fault("first weights too large: he with three times elu", ["exploding gradients", "poor initialisation"], "sine", "repeat 12 (dense 32, {act})", "3*elu(x)") with { Init = Initializer.Named("he"), Epochs = 15 },
        Fault("relu and a learning rate of 1", ["dead units"], "moons", Dense, "relu") with { Optimizer = Sgd, Rate = 1 },
        Fault("relu and a learning rate of 0.3 with adam", ["dead units"], "sine", Dense, "relu") with { Rate = 0.3 },
        Fault("a negative bias of 3 before relu", ["dead units"], "moons", Dense, "relu(x - 3)"),
        Fault("a negative bias of 4 before relu, in an image network", ["dead units"], "glyphs", Cnn, "relu(x - 4)") with { Epochs = 5 },
        Fault("relu in an image network at a learning rate of 3", ["dead units", "learning rate too high"], "glyphs", Cnn, "relu") with { Optimizer = Sgd, Rate = 3, Epochs = 5 },
        Fault("tanh made ten times as steep", ["saturation"], "moons", Dense, "tanh(10*x)"),
        Fault("tanh at a learning rate of 1 with adam", ["saturation"], "glyphs", Dense, "tanh") with { Rate = 1, Epochs = 8 },
        Fault("hard tanh at a learning rate of 0.5 with adam", ["saturation"], "spiral", Dense, "hard_tanh") with { Rate = 0.5 },
        Fault("sigmoid on inputs a hundred times too large", ["saturation", "unscaled inputs"], "blobs", Dense, "sigmoid") with { Scaling = Scaling.None, Inputs = 100 },
        Fault("a linear regression at a learning rate of 100", ["non-finite values", "learning rate too high"], "sine", Dense, "leaky_relu") with { Optimizer = Sgd, Rate = 100 },
        Fault("an exponential that outgrows the format", ["non-finite values", "exploding gradients", "poor initialisation"], "spiral", "repeat 6 (dense 32, {act})", "exp(x^2)"),
        Fault("cubes of cubes", ["non-finite values", "exploding gradients", "poor initialisation"], "sine", "repeat 8 (dense 16, {act})", "x^3") with { Optimizer = Sgd, Rate = 0.5 },
        Fault("a learning rate of 3 with adam", ["learning rate too high"], "moons", Dense, "gelu") with { Rate = 3 },
        Fault("a learning rate of 30", ["learning rate too high", "non-finite values"], "blobs", Dense, "tanh") with { Optimizer = Sgd, Rate = 30 },
        Fault("a learning rate of 1e-7 with adam", ["learning rate too low"], "moons", Dense, "gelu") with { Rate = 1e-7 },
        Fault("a learning rate of 1e-6", ["learning rate too low"], "glyphs", Dense, "relu") with { Optimizer = Sgd, Rate = 1e-6, Epochs = 8 },
        Fault("no nonlinearity", ["no nonlinearity"], "xor", Dense, "linear"),
        Fault("no nonlinearity by parameter", ["no nonlinearity"], "moons", Dense, "leaky_relu(alpha=1)"),
        Fault("a step function", ["no slope"], "moons", Dense, "step"),
        Fault("a sign in an image network", ["no slope"], "glyphs", Cnn, "sign(x)") with { Epochs = 5 },
        Fault("softmax before the cross-entropy on logits", ["wrong output activation"], "glyphs", Dense + ", output softmax", "relu") with { Epochs = 8 },
        Fault("sigmoid outputs for four classes", ["wrong output activation"], "blobs", Dense + ", output sigmoid", "relu"),
        Fault("relu on the output of a regression that must go below 0", ["wrong output activation"], "sine", Dense + ", output relu", "tanh"),
        Fault("tanh on the output with targets of 100", ["wrong output activation"], "sine", Dense + ", output tanh", "tanh") with { Scaling = Scaling.None, Targets = 100 },
        Fault("pixels from 0 to 255", ["unscaled inputs"], "glyphs", Dense, "relu") with { Scaling = Scaling.None, Inputs = 255, Epochs = 8 },
        Fault("inputs in units a thousand times too large", ["unscaled inputs"], "circles", Dense, "tanh") with { Scaling = Scaling.None, Inputs = 0.001f },
        Fault("targets in the thousands", ["unscaled targets"], "sine", Dense, "gelu") with { Scaling = Scaling.None, Targets = 1000 },
        Fault("few noisy samples and a large network", ["overfitting"], "moons", "dense 128, {act}, dense 128, {act}", "relu") with { DataRows = 80, Noise = 0.6, Epochs = 300 },
        Fault("few noisy images and a large network", ["overfitting"], "glyphs", "dense 256, {act}", "gelu") with { DataRows = 100, Noise = 0.8, Epochs = 100 },
        Fault("a function without values below 0", ["no value"], "moons", Dense, "sqrt(x)"),
        Fault("a logarithm", ["no value"], "sine", Dense, "log(x)"),
        Fault("a transformer whose attention collapses at a learning rate of 1", ["collapsed attention"], "grammar", "transformer", "gelu") with { Rate = 1, Epochs = 6, DataRows = 200 },
        Fault("outputs far from centred", ["shifted activations"], "spiral", Dense, "sigmoid(x) + 3"),
        Fault("a softplus that is never near 0", ["shifted activations"], "circles", Dense, "softplus(x + 4)"),
    ];

    private static Planted Fault(string fault, string[] rules, string data, string network, string activation) => new(fault, rules, data, network, activation);
}
