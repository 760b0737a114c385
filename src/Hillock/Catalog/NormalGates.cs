namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> NormalGates =>
    [
        Of(
            "lambda_gelu",
            Family.Gated,
            "Pérez-Corral et al. 2026, arXiv:2603.21991",
            new(
                "[−0.170/lambda, ∞)",
                "Networks that are to become ReLU networks while they train.",
                "From GELU (1) towards ReLU (∞) in one number.",
                "One more number to anneal.",
                "With lambda = 1: gelu."),
            new Parameter("lambda", new LambdaGelu().Lambda, 1e-06, 1000000.0),
            static lambda => new LambdaGelu(lambda)),
        Of(
            "gelu_10",
            Family.Gated,
            "",
            new(
                "[−0.170, 10]",
                "Models to be quantised to 8 bits.",
                "Bounded, so fixed-point formats hold it.",
                "Saturates above 10.",
                "Where nothing is quantised: gelu."),
            default(Gelu10)) with { Kinks = [10] },
    ];
}
