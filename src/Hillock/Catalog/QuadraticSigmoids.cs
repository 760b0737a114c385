namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> QuadraticSigmoids =>
    [
        Of(
            "sparse_sigmoid",
            Family.Sigmoidal,
            "",
            new(
                "[0, 1]",
                "Gates with exact zeros and ones; binarised networks.",
                "Cheap, exact at both ends.",
                "Slope exactly 0 beyond ±1: units die.",
                "Where inputs often lie beyond ±1."),
            default(SparseSigmoid)) with { Kinks = [-1, 1] },
        Of(
            "sqnl",
            Family.Sigmoidal,
            "Wuraola & Patel 2018",
            new(
                "[−1, 1]",
                "Embedded devices.",
                "Near to tanh without an exponential; smooth once.",
                "Slope exactly 0 beyond ±2.",
                "Where exponentials are cheap: tanh."),
            default(Sqnl)) with { Aliases = ["square_nonlinearity"] },
        Of(
            "log_sqnl",
            Family.Sigmoidal,
            "Wuraola & Patel 2018",
            new(
                "[0, 1]",
                "Embedded devices.",
                "Near to a sigmoid of slope ½ without an exponential.",
                "Slope exactly 0 beyond ±2.",
                "Where exponentials are cheap: sigmoid."),
            default(LogSqnl)),
        Of(
            "smoothstep",
            Family.Sigmoidal,
            "",
            new(
                "[0, 1]",
                "Graphics; soft decision trees.",
                "Exactly 0 and 1 outside, smooth at both ends.",
                "No gradient beyond ±a/2.",
                "Where inputs often lie outside."),
            new Parameter("a", new Smoothstep().A, 1e-06, 1000000.0),
            static a => new Smoothstep(a)),
    ];
}
