namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> SigmoidGates =>
    [
        Of(
            "eswish",
            Family.Gated,
            "Alcaide 2018, arXiv:1801.07145",
            new(
                "[−0.278·beta, ∞)",
                "Image networks in its paper.",
                "Steeper than SiLU, so signals reach deeper.",
                "Slope beta above 1: signals grow from layer to layer.",
                "With beta = 1: silu."),
            new Parameter("beta", new ESwish().Beta),
            static beta => new ESwish(beta)),
        Of(
            "dsilu",
            Family.Gated,
            "Elfwing et al. 2017, arXiv:1702.03118",
            new(
                "[−0.100, 1.100]",
                "Reinforcement learning, shallow networks.",
                "Bounded; overshoots its ends a little.",
                "Saturates on both sides.",
                "In deep networks."),
            default(DSilu)),
        Of(
            "elish",
            Family.Gated,
            "Basirat & Roth 2018, arXiv:1808.00783",
            new(
                "[−0.172, ∞)",
                "Found by genetic search, on image tasks.",
                "SiLU above, a gated ELU below.",
                "Two exponentials; little used.",
                "Where silu does as well, which is mostly."),
            default(Elish)),
        Of(
            "hard_elish",
            Family.Gated,
            "Basirat & Roth 2018, arXiv:1808.00783",
            new(
                "[−0.100, ∞)",
                "Found by genetic search, on image tasks.",
                "Exact zeros below −1, exactly x above 1.",
                "No gradient below −1; an exponential all the same.",
                "Where hard_swish is cheaper and better known."),
            default(HardElish)) with { Kinks = [-1, 0, 1] },
        Of(
            "double_silu",
            Family.Gated,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "(−∞, ∞)",
                "Named in surveys; little used.",
                "Monotone, half open for negative inputs, so no dead units.",
                "Two sigmoids.",
                "Where leaky_relu does the same."),
            default(DoubleSilu)),
        Of(
            "acon_c",
            Family.Gated,
            "Ma et al. 2021, arXiv:2009.04759",
            new(
                "(−∞, ∞)",
                "Image networks where each unit is to learn whether to be active.",
                "Contains swish and smooth versions of leaky and maxout units.",
                "Three numbers to train for each channel.",
                "With p1 = 1, p2 = 0: swish."),
            new Parameter("p1", new AconC().P1),
            new Parameter("p2", new AconC().P2),
            new Parameter("beta", new AconC().Beta),
            static (p1, p2, beta) => new AconC(p1, p2, beta)),
        Of(
            "flatten_t_swish",
            Family.Gated,
            "Chieng et al. 2018, arXiv:1812.06247",
            new(
                "[t, ∞)",
                "Image networks in its paper.",
                "Sparse like ReLU, curved like SiLU above.",
                "No gradient below 0; a corner there.",
                "Where silu's negative part helps."),
            new Parameter("t", new FlattenTSwish().Floor),
            static floor => new FlattenTSwish(floor)) with { Aliases = ["fts"], Kinks = [0] },
        Of(
            "eanaf",
            Family.Gated,
            "Chai et al. 2022, doi:10.3390/sym14051027",
            new(
                "[−0.157, ∞)",
                "Object detectors in its paper.",
                "One sigmoid.",
                "A shifted SiLU; little used.",
                "Where silu is established."),
            default(Eanaf)),
        Of(
            "lalu",
            Family.Gated,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "[−0.184, ∞)",
                "Named in surveys; little used.",
                "GELU with heavier tails, one exponential.",
                "Its curvature jumps at 0.",
                "Where gelu is established."),
            default(LaLu)) with { Aliases = ["laplace_linear_unit"] },
    ];
}
