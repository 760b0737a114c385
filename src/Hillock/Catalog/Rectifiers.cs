namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Rectifiers =>
    [
        Of(
            "relu",
            Family.Rectifier,
            "Nair & Hinton 2010",
            new(
                "[0, ∞)",
                "The default of convolutional networks and of plain deep ones.",
                "Cheapest of all; slope 1 above 0, so gradients neither shrink nor grow there; sparse outputs.",
                "Units can die: once negative for every sample, the slope is 0 and they never return. The mean of its outputs is not 0.",
                "At high learning rates without normalisation, in narrow and very deep networks, for outputs that must be negative."),
            default(Relu)) with { Kinks = [0] },
        Of(
            "relu6",
            Family.Rectifier,
            "Krizhevsky 2010",
            new(
                "[0, 6]",
                "MobileNet V1 and V2, networks to be quantised to 8 bits.",
                "Bounded, so fixed-point formats hold it; cheap.",
                "Dies like ReLU and saturates above 6.",
                "Where nothing is quantised: relu does the same without the ceiling."),
            default(Relu6)) with { Kinks = [0, 6] },
        Of(
            "leaky_relu",
            Family.Rectifier,
            "Maas et al. 2013",
            new(
                "(−∞, ∞)",
                "GAN discriminators (alpha 0.2), object detectors (0.1), wherever ReLU units die.",
                "Units cannot die; as cheap as ReLU.",
                "Frameworks disagree on the slope: 0.01 in PyTorch, JAX and ONNX, 0.2 in keras.activations, 0.3 in the Keras layer.",
                "Where sparse outputs are wanted."),
            new Parameter("alpha", new LeakyRelu().Alpha),
            static alpha => new LeakyRelu(alpha)) with { Kinks = [0] },
        Of(
            "prelu",
            Family.Rectifier,
            "He et al. 2015",
            new(
                "(−∞, ∞)",
                "Image classification; wherever the slope below 0 may be left to the data.",
                "Learns its slope, one for the layer or one for each unit, at almost no cost.",
                "More parameters to overfit with; weight decay pulls the slope towards ReLU's.",
                "On small data sets, with one slope per unit."),
            new Parameter("alpha", new PRelu().Alpha),
            static alpha => new PRelu(alpha)) with { Kinks = [0], Trained = new(0, PerUnit: false) },
        Of(
            "softplus",
            Family.Rectifier,
            "Dugas et al. 2000",
            new(
                "(0, ∞)",
                "Outputs that must be positive: variances, rates, scales.",
                "Smooth, positive everywhere, slope σ(beta·x).",
                "Outputs are never 0 and their mean is far from it; slower than ReLU and seldom better inside a network.",
                "In hidden layers of deep networks: no initialisation keeps signals and gradients both alive."),
            new Parameter("beta", new Softplus().Beta, 1e-6, 1e6),
            static beta => new Softplus(beta)),
    ];
}
