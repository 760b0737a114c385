namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> TanhSofts =>
    [
        Of(
            "tanhsoft1",
            Family.Gated,
            "Biswas et al. 2020, arXiv:2009.03863",
            new(
                "[−0.224, ∞)",
                "Image networks in its paper.",
                "Smooth, no dead units.",
                "Two transcendental functions; little used.",
                "Where silu or mish does as well."),
            new Parameter("alpha", new TanhSoft1().Alpha),
            static alpha => new TanhSoft1(alpha)),
        Of(
            "tanhsoft2",
            Family.Gated,
            "Biswas et al. 2020, arXiv:2009.03863",
            new(
                "[−0.217, ∞)",
                "Image networks in its paper.",
                "Smooth, no dead units.",
                "An exponential within a tanh.",
                "With beta = gamma = 1: tanh_exp."),
            new Parameter("beta", new TanhSoft2().Beta, 1e-06, 20),
            new Parameter("gamma", new TanhSoft2().Gamma, 1e-06, 1000000.0),
            static (beta, gamma) => new TanhSoft2(beta, gamma)),
        Of(
            "tanhsoft3",
            Family.Gated,
            "Biswas et al. 2020, arXiv:2009.03863",
            new(
                "[−0.309, ∞)",
                "Image networks in its paper.",
                "Smooth, no dead units.",
                "Three transcendental functions; little used.",
                "Where silu or mish does as well."),
            new Parameter("delta", new TanhSoft3().Delta, 0.001, 1000),
            static delta => new TanhSoft3(delta)),
    ];
}
