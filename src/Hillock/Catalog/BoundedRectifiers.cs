namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> BoundedRectifiers =>
    [
        Of(
            "sign_relu",
            Family.Rectifier,
            "Lin & Shen 2018",
            new(
                "(−a, ∞)",
                "As ELU, where exponentials are dear.",
                "Fades slowly below 0, so units stay trainable; no exponential.",
                "Its floor is approached only as 1/x.",
                "Where relu or elu is established."),
            new Parameter("a", new SignRelu().A),
            static a => new SignRelu(a)) with { Aliases = ["dlu", "polylu"] },
        Of(
            "ptelu",
            Family.Rectifier,
            "Duggal & Gupta 2017",
            new(
                "(−a, ∞)",
                "Image networks in its paper.",
                "Both floor and slope at 0 can be trained.",
                "Two more numbers to tune for the shape of ELU.",
                "Where elu does as well, which is mostly."),
            new Parameter("a", new Ptelu().A),
            new Parameter("b", new Ptelu().B),
            static (a, b) => new Ptelu(a, b)),
        Of(
            "thlu",
            Family.Rectifier,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "(−1, ∞)",
                "Named in surveys; little used.",
                "Bounded below, no dead units near 0.",
                "A corner at 0 where the slope halves.",
                "Where elu does the same without a corner."),
            default(ThLu)) with { Kinks = [0] },
        Of(
            "isrlu",
            Family.Rectifier,
            "Carlile et al. 2017, arXiv:1710.09967",
            new(
                "(−1/√alpha, ∞)",
                "As ELU on processors with a fast inverse root.",
                "Smooth to the second derivative; no exponential.",
                "Saturates below like every bounded one.",
                "Where relu or elu is established."),
            new Parameter("alpha", new Isrlu().Alpha, 1e-06, 1000000.0),
            static alpha => new Isrlu(alpha)),
        Of(
            "nlrelu",
            Family.Rectifier,
            "Liu et al. 2019, arXiv:1908.03682",
            new(
                "[0, ∞)",
                "Image networks in its paper.",
                "Large inputs cannot explode; sparse outputs.",
                "Slope fades as 1/x above and is 0 below.",
                "In deep networks: gradients shrink on both sides."),
            new Parameter("beta", new NlRelu().Beta, 0, 1000000.0),
            static beta => new NlRelu(beta)) with { Kinks = [0] },
        Of(
            "plu",
            Family.Rectifier,
            "Nicolae 2018, arXiv:1809.09534",
            new(
                "(−∞, ∞)",
                "In place of tanh where gradients vanish.",
                "Odd, piecewise linear, never flat.",
                "Corners at ±c; little used.",
                "Where bounded outputs are wanted."),
            new Parameter("alpha", new Plu().Alpha, 0, 1000000.0),
            new Parameter("c", new Plu().C, 1e-06, 1000000.0),
            static (alpha, c) => new Plu(alpha, c)) with { Kinks = [-1, 1] },
    ];
}
