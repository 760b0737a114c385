namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> ExponentialUnits =>
    [
        Of(
            "exponential",
            Family.Exponential,
            "",
            new(
                "(0, ∞)",
                "Positive outputs on a logarithmic scale: rates, variances.",
                "Products become sums before it.",
                "Explodes: float32 overflows at 88.7.",
                "In hidden layers."),
            default(Exponential)) with { Aliases = ["exp"] },
        Of(
            "pelu",
            Family.Exponential,
            "Trottier et al. 2017, arXiv:1605.09332",
            new(
                "(−a, ∞)",
                "Image networks in its paper.",
                "Height and scale trainable without a corner.",
                "Two more numbers to train for a small gain.",
                "With a = b = 1: elu."),
            new Parameter("a", new Pelu().A, 1e-06, 1000000.0),
            new Parameter("b", new Pelu().B, 1e-06, 1000000.0),
            static (a, b) => new Pelu(a, b)),
        Of(
            "mpelu",
            Family.Exponential,
            "Li et al. 2018, arXiv:1606.00305",
            new(
                "(−alpha, ∞)",
                "Very deep image networks in its paper.",
                "Contains PReLU and ELU nearly and exactly.",
                "A corner at 0 unless alpha·beta = 1.",
                "Where elu or prelu does as well."),
            new Parameter("alpha", new Mpelu().Alpha),
            new Parameter("beta", new Mpelu().Beta, 1e-06, 1000000.0),
            static (alpha, beta) => new Mpelu(alpha, beta)) with { Kinks = [0] },
        Of(
            "xielu",
            Family.Gated,
            "Huang & Schlag 2024, arXiv:2411.13010",
            new(
                "[−0.206, ∞) at the defaults",
                "Large language models (Apertus).",
                "Slope rises linearly above and is trained on both sides.",
                "Grows as x² above, and rises again below.",
                "Without normalisation layers."),
            new Parameter("alpha_p", new XiElu().AlphaP, 0, 1000000.0),
            new Parameter("alpha_n", new XiElu().AlphaN, 0, 1000000.0),
            new Parameter("beta", new XiElu().Beta),
            static (alphaP, alphaN, beta) => new XiElu(alphaP, alphaN, beta)),
        Of(
            "soft_exponential",
            Family.Exponential,
            "Godfrey & Gashler 2015, arXiv:1602.01321",
            new(
                "(alpha − 1/alpha, ∞)",
                "Networks that are to learn sums and products exactly.",
                "Interpolates between identity and exponential.",
                "Explodes for large inputs.",
                "In deep networks."),
            new Parameter("alpha", new SoftExponential().Alpha, 1e-06, 10),
            static alpha => new SoftExponential(alpha)),
    ];
}
