namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Exponentials =>
    [
        Of(
            "elu",
            Family.Exponential,
            "Clevert et al. 2015",
            new(
                "(−alpha, ∞)",
                "Plain deep networks without normalisation layers.",
                "Negative outputs bring the mean near 0, which speeds learning; no dead units; smooth for alpha = 1.",
                "An exponential for each negative input; saturates for large negative ones.",
                "Where every microsecond counts, or a normalisation layer centres the outputs anyway."),
            new Parameter("alpha", new Elu().Alpha),
            static alpha => new Elu(alpha)),
        Of(
            "selu",
            Family.Exponential,
            "Klambauer et al. 2017",
            new(
                "(−1.758, ∞)",
                "Deep fully connected networks on tables, without normalisation layers.",
                "Self-normalising: outputs keep mean 0 and variance 1 from layer to layer.",
                "Only so with LeCun initialisation (variance 1/fan-in), standardised inputs, AlphaDropout and a plain sequence of layers.",
                "With batch normalisation, residual connections or another initialisation: its advantage is gone."),
            default(Selu)) with { Kinks = [0] },
        Of(
            "celu",
            Family.Exponential,
            "Barron 2017",
            new(
                "(−alpha, ∞)",
                "As ELU, where alpha is tuned.",
                "Without a kink for every alpha; slope at most 1.",
                "An exponential for each negative input; saturates for large negative ones.",
                "With alpha = 1, where it is ELU."),
            new Parameter("alpha", new Celu().Alpha, 1e-6, 1e6),
            static alpha => new Celu(alpha)),
    ];
}
