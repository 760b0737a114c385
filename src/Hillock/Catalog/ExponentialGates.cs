namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> ExponentialGates =>
    [
        Of(
            "golu",
            Family.Gated,
            "Das et al. 2025, arXiv:2502.03654",
            new(
                "[−0.0973, ∞)",
                "Image and language models in its paper.",
                "Smaller slope at 0 than GELU, so less variance; smooth.",
                "Falls off doubly exponentially: no gradient below −6.",
                "Where gelu is established."),
            default(Golu)) with { Aliases = ["expexpish"] },
        Of(
            "loglogish",
            Family.Gated,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "[−0.312, ∞)",
                "Named in surveys; little used.",
                "Smooth, nearly x above 2.",
                "Two exponentials.",
                "Where silu is established."),
            default(LogLogish)),
        Of(
            "gish",
            Family.Gated,
            "Kaytan et al. 2023",
            new(
                "[−0.278, ∞)",
                "Image networks in its paper.",
                "Smooth, no dead units near 0.",
                "Three transcendental functions; slope ln 2 far out, so signals shrink.",
                "Where silu or mish does as well."),
            default(Gish)),
        Of(
            "colu",
            Family.Gated,
            "Vagerwal 2021, arXiv:2112.12078",
            new(
                "[−0.377, ∞)",
                "Image networks in its paper.",
                "Slope 1 at 0, smooth, no dead units near it.",
                "Two exponentials and a division; little used.",
                "Where silu or mish does as well."),
            default(Colu)),
        Of(
            "soft_root_sign",
            Family.Gated,
            "Zhou et al. 2020, arXiv:2003.00547",
            new(
                "[−2.462, alpha) at the defaults",
                "Image networks without normalisation, in its paper.",
                "Bounded on both sides, outputs near mean 0.",
                "Not monotone: falls to −2.46 and rises back to 0.",
                "Where large outputs are wanted."),
            new Parameter("alpha", new SoftRootSign().Alpha, 0.001, 1000000.0),
            new Parameter("beta", new SoftRootSign().Beta, 0.001, 1000000.0),
            static (alpha, beta) => new SoftRootSign(alpha, beta)) with
            {
                Aliases = ["srs"],
                Requirement = new("beta must be below 2.7 times alpha, or it has a pole", static values => values[1] < 2.7 * values[0]),
            },
    ];
}
