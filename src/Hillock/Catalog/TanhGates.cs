namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> TanhGates =>
    [
        Of(
            "lisht",
            Family.Gated,
            "Roy et al. 2019, arXiv:1901.05894",
            new(
                "[0, ∞)",
                "Image networks in its paper; Flux has it.",
                "Smooth |x|; no dead units.",
                "Even, so the sign of the input is lost; its mean is far from 0.",
                "Where the sign matters."),
            default(Lisht)),
        Of(
            "tanh_exp",
            Family.Gated,
            "Liu & Di 2020, arXiv:2003.09855",
            new(
                "[−0.353, ∞)",
                "Small image networks; TeLU in language models.",
                "Nearly x above 1, smooth through 0, no dead units.",
                "An exponential within a tanh.",
                "Where silu or mish is established."),
            default(TanhExp)) with { Aliases = ["telu"] },
        Of(
            "smish",
            Family.Gated,
            "Wang et al. 2022",
            new(
                "[−0.250, ∞)",
                "Image networks in its paper.",
                "Smooth, no dead units.",
                "Three transcendental functions; slope 0.6 far out, so signals shrink.",
                "Where silu or mish does as well."),
            default(Smish)),
        Of(
            "logish",
            Family.Gated,
            "Zhu et al. 2021",
            new(
                "[−0.253, ∞)",
                "Image networks in its paper.",
                "Smooth, no dead units.",
                "Slope ln 2 far out, so signals shrink.",
                "Where silu or mish does as well."),
            default(Logish)),
        Of(
            "phish",
            Family.Gated,
            "Naveen 2022",
            new(
                "[0, ∞)",
                "Image networks in its paper.",
                "Smooth.",
                "Slope 0 at 0 and below: nearly a squared ReLU there.",
                "Where gelu is established."),
            default(Phish)),
        Of(
            "tsrelu",
            Family.Gated,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "[−0.274, ∞)",
                "Named in surveys; little used.",
                "Smooth, no dead units.",
                "Slope 0.76 far out, so signals shrink.",
                "Where silu is established."),
            default(TsRelu)),
        Of(
            "tbsrelu",
            Family.Gated,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "[0, ∞)",
                "Named in surveys; little used.",
                "Smooth |x|.",
                "Even, so the sign of the input is lost.",
                "Where the sign matters."),
            default(TbsRelu)),
        Of(
            "tanhsig",
            Family.Gated,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "[−0.475, ∞)",
                "Named in surveys; little used.",
                "Slope 1 at 0.",
                "Two transcendental functions for a shifted SiLU.",
                "Where silu is established."),
            default(TanhSig)),
    ];
}
