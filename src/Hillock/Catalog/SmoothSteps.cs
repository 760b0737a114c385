namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> SmoothSteps =>
    [
        Of(
            "erf",
            Family.Sigmoidal,
            "Gauss",
            new(
                "(−1, 1)",
                "Theory of wide networks, where its averages have closed forms.",
                "Centred on 0; smooth.",
                "Saturates faster than tanh: beyond |x| = 2.5 the slope is below 0.003.",
                "In deep plain networks."),
            default(Erf)),
        Of(
            "derf",
            Family.Sigmoidal,
            "Chen et al. 2025, arXiv:2512.10938",
            new(
                "(−1, 1)",
                "In place of layer normalisation in transformers, with a trained alpha.",
                "Needs no statistics of the row.",
                "The start of alpha must be tuned in large language models.",
                "Between layers as their only nonlinearity."),
            new Parameter("alpha", new Derf().Alpha),
            static alpha => new Derf(alpha)),
        Of(
            "arctan",
            Family.Sigmoidal,
            "",
            new(
                "(−½π, ½π)",
                "Bounded outputs; angles.",
                "Approaches its ends as 1/x, so the slope fades slowly.",
                "Saturates, and its ends are not ±1.",
                "In deep plain networks without careful initialisation."),
            default(Arctan)) with { Aliases = ["atan"] },
        Of(
            "gudermannian",
            Family.Sigmoidal,
            "Gudermann 1830",
            new(
                "(−½π, ½π)",
                "Bounded outputs; angles.",
                "Slope 1 at 0, smooth.",
                "Two primitives where tanh needs one.",
                "Where tanh does as well."),
            default(Gudermannian)),
        Of(
            "aria2",
            Family.Sigmoidal,
            "Patwardhan et al. 2018",
            new(
                "(0, 1)",
                "Image classification experiments.",
                "Its two ends bend differently, as the parameters say.",
                "Saturates like the sigmoid; its mean is far from 0.",
                "In hidden layers of deep networks."),
            new Parameter("alpha", new Aria2().Alpha, 1e-6, 1e6),
            new Parameter("beta", new Aria2().Beta, 1e-6, 1e6),
            static (alpha, beta) => new Aria2(alpha, beta)),
        Of(
            "asinh",
            Family.Classic,
            "",
            new(
                "(−∞, ∞)",
                "Inputs and targets of very different sizes; flows and physics.",
                "The identity near 0, a logarithm far out; has an inverse.",
                "Its slope fades as 1/x.",
                "Where sizes are alike."),
            default(Asinh)) with { Aliases = ["arcsinh"] },
    ];
}
