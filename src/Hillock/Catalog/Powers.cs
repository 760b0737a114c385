namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Powers =>
    [
        Of(
            "polu",
            Family.Rectifier,
            "Li et al. 2018, arXiv:1802.00212",
            new(
                "(−1, ∞)",
                "In place of ELU.",
                "Saturates as a power, so its slope fades slowly.",
                "A kink at 0 unless n is 1; a logarithm and an exponential for each negative input.",
                "Where ELU does as well."),
            new Parameter("n", new PoLu().N, 1e-6, 1e6),
            static n => new PoLu(n)) with { Kinks = [0] },
        Of(
            "pdelu",
            Family.Exponential,
            "Cheng et al. 2020",
            new(
                "[−alpha, ∞)",
                "In place of ELU, with alpha trained per channel.",
                "Reaches its floor instead of approaching it; contains ELU as the limit t = 1.",
                "Slope exactly 0 below −1/(1 − t); a logarithm and an exponential for each negative input.",
                "Where ELU does as well."),
            new Parameter("t", new PdElu().Shape, 0, 0.999),
            new Parameter("alpha", new PdElu().Alpha),
            static (t, alpha) => new PdElu(t, alpha)),
    ];
}
