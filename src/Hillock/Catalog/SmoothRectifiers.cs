namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> SmoothRectifiers =>
    [
        Of(
            "squareplus",
            Family.Rectifier,
            "Barron 2021, arXiv:2112.11687",
            new(
                "(0, ∞)",
                "Positive outputs without an exponential.",
                "Smooth, positive, as cheap as a root.",
                "Approaches 0 and x only as 1/x.",
                "Where tails must fade fast: softplus."),
            new Parameter("b", new Squareplus().B, 1e-12, 1000000000000.0),
            static b => new Squareplus(b)),
        Of(
            "smu1",
            Family.Rectifier,
            "Biswas et al. 2021, arXiv:2111.04682",
            new(
                "(−∞, ∞)",
                "Image networks in its paper.",
                "No dead units, no corner, no exponential.",
                "Little used outside its paper; smu is the variant its authors prefer.",
                "Where leaky_relu does as well, which is mostly."),
            new Parameter("alpha", new Smu1().Alpha, 0, 1),
            new Parameter("mu", new Smu1().Mu, 1e-06, 1000000.0),
            static (alpha, mu) => new Smu1(alpha, mu)),
        Of(
            "slu",
            Family.Rectifier,
            "Zhao et al. 2018",
            new(
                "(−1.386, ∞)",
                "Image networks in its paper.",
                "Smooth to the second derivative but one; no dead units.",
                "Two transcendental functions for the shape of ELU.",
                "Where elu does as well."),
            default(Slu)),
        Of(
            "soft_plus_plus",
            Family.Rectifier,
            "Ciuparu et al. 2020",
            new(
                "(−∞, ∞)",
                "Named in its paper and surveys; little used.",
                "0 at 0 and never flat.",
                "Slope k + 1/c above, so signals grow.",
                "In deep networks without normalisation."),
            new Parameter("k", new SoftPlusPlus().K, 1e-06, 1000000.0),
            new Parameter("c", new SoftPlusPlus().C, 1e-06, 1000000.0),
            static (k, c) => new SoftPlusPlus(k, c)) with { Aliases = ["soft++"] },
        Of(
            "resp",
            Family.Rectifier,
            "Xu et al. 2019",
            new(
                "(0, ∞)",
                "Image networks in its paper.",
                "Straight above, smooth below, no dead units.",
                "Outputs are never 0; slope above 1, and a corner at 0.",
                "In deep networks without normalisation: signals grow."),
            new Parameter("a", new Resp().A),
            static a => new Resp(a)) with { Kinks = [0] },
    ];
}
