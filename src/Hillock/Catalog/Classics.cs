namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Classics =>
    [
        Stepwise(
            "step",
            Family.Classic,
            "McCulloch & Pitts 1943",
            new(
                "{0, 1}",
                "The perceptron of the textbook; threshold gates in hand-built networks.",
                "The simplest decision there is.",
                "No useful slope: it is 0 everywhere, so gradients cannot train anything before it.",
                "In any network trained by gradients, unless a surrogate slope stands in for its own."),
            default(Step)) with { Aliases = ["heaviside"], Kinks = [0] },
        Of(
            "linear",
            Family.Classic,
            "",
            new(
                "(−∞, ∞)",
                "The output layer of a regression; logits.",
                "Passes signals and gradients unchanged.",
                "Layers with nothing nonlinear between them are one layer: depth is wasted.",
                "Between layers."),
            default(Linear)) with { Aliases = ["identity"] },
    ];
}
