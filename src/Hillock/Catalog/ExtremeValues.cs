namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> ExtremeValues =>
    [
        Of(
            "cloglog",
            Family.Sigmoidal,
            "Gomes & Ludermir 2008",
            new(
                "(0, 1)",
                "Binomial regression for rare events; survival models.",
                "A chance that fits waiting times.",
                "Not symmetric; saturates quickly on the right.",
                "Where both classes are alike: sigmoid."),
            default(CLogLog)) with { Aliases = ["complementary_log_log"] },
        Of(
            "loglog",
            Family.Sigmoidal,
            "Gomes & Ludermir 2008",
            new(
                "(0, 1)",
                "Growth curves; the gate of GoLU.",
                "A chance that fits extreme values.",
                "Not symmetric; falls off doubly exponentially on the left.",
                "Where both classes are alike: sigmoid."),
            default(LogLog)) with { Aliases = ["gompertz"] },
        Of(
            "probit",
            Family.Sigmoidal,
            "Bliss 1934",
            new(
                "(0, 1)",
                "Probit regression; the gate of GELU.",
                "Reads as a chance; tails of a normal.",
                "Saturates faster than a sigmoid.",
                "In hidden layers: gradients vanish."),
            default(Probit)) with { Aliases = ["normal_cdf"] },
        Of(
            "hexpo",
            Family.Sigmoidal,
            "Kong & Takatsuka 2017",
            new(
                "(−1, 1)",
                "Named in its paper and surveys; little used.",
                "One exponential; odd, slope 1 at 0.",
                "Saturates like tanh, and its curvature jumps at 0.",
                "Where tanh is established."),
            default(Hexpo)),
        Of(
            "soft_clipping",
            Family.Sigmoidal,
            "Klimek & Perelstein 2018, arXiv:1810.11509",
            new(
                "(0, 1)",
                "Integrals by neural networks (particle physics).",
                "Nearly linear between 0 and 1, smooth at both ends.",
                "Saturates on both sides.",
                "In hidden layers of deep networks."),
            new Parameter("alpha", new SoftClipping().Alpha, 0.001, 500),
            static alpha => new SoftClipping(alpha)),
    ];
}
