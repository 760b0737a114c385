namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> DampedRectifiers =>
    [
        Of(
            "reu",
            Family.Rectifier,
            "Ying et al. 2019",
            new(
                "[−0.368, ∞)",
                "Image networks in its paper.",
                "Exactly x above, smooth through 0, no dead units near it.",
                "Its gradient vanishes for large negative inputs.",
                "Where silu or gelu is established."),
            default(Reu)) with { Aliases = ["suish"] },
        Of(
            "sara",
            Family.Rectifier,
            "Qureshi & Umar 2022",
            new(
                "[−0.662, ∞)",
                "Named in its paper and surveys; little used.",
                "Exactly x above, self-gated below.",
                "A corner at 0.",
                "Where silu does the same without a corner."),
            new Parameter("alpha", new SaRa().Alpha, 1e-06, 1000000.0),
            new Parameter("beta", new SaRa().Beta, 1e-06, 1000000.0),
            static (alpha, beta) => new SaRa(alpha, beta)) with { Kinks = [0] },
        Of(
            "crrelu",
            Family.Rectifier,
            "Sun et al. 2024, arXiv:2405.12954",
            new(
                "[−0.607·epsilon, ∞)",
                "Vision transformers in its paper.",
                "ReLU with a gradient just below 0.",
                "Still dead from −4 on.",
                "Where gelu or silu can be afforded."),
            new Parameter("epsilon", new CrRelu().Epsilon),
            static epsilon => new CrRelu(epsilon)) with { Kinks = [0] },
    ];
}
