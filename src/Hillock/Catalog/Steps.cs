namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Steps =>
    [
        Stepwise(
            "sign",
            Family.Classic,
            "",
            new(
                "{−1, 0, 1}",
                "The perceptron with both signs; SignSGD.",
                "One bit for each output.",
                "No useful slope of its own.",
                "In any network trained by gradients, unless a surrogate slope stands in for its own."),
            default(Sign)) with { Kinks = [0] },
        Stepwise(
            "binary",
            Family.Classic,
            "Courbariaux et al. 2016, arXiv:1602.02830",
            new(
                "{−1, 1}",
                "Binarised networks, whose products are counts of bits.",
                "One bit for each output, never 0.",
                "No useful slope of its own.",
                "In any network trained by gradients, unless a surrogate slope stands in for its own."),
            default(Binary)) with { Kinks = [0] },
        Stepwise(
            "ternary",
            Family.Classic,
            "Li et al. 2016, arXiv:1605.04711",
            new(
                "{−1, 0, 1}",
                "Ternary networks.",
                "Less than two bits for each output, and sparse.",
                "No useful slope of its own.",
                "In any network trained by gradients, unless a surrogate slope stands in for its own."),
            default(Ternary)) with { Kinks = [-0.5, 0.5] },
    ];
}
