namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> HardGates =>
    [
        Of(
            "hard_mish",
            Family.Gated,
            "Misra 2020",
            new(
                "[−0.5, ∞)",
                "Networks for phones.",
                "Near to mish without an exponential; exactly x above 0.",
                "A corner at 0 and −2; slope 0 below −2, so units can die.",
                "Where exponentials are cheap: mish."),
            default(HardMish)) with { Aliases = ["sqreu"], Kinks = [-2, 0] },
    ];
}
