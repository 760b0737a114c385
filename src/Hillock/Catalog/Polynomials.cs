namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Polynomials =>
    [
        Of(
            "affine",
            Family.Classic,
            "",
            new(
                "(−∞, ∞)",
                "Scaling and shifting; recurrent networks from ONNX.",
                "Exactly what it says.",
                "Layers with nothing nonlinear between them are one layer.",
                "Between layers."),
            new Parameter("alpha", new Affine().Alpha),
            new Parameter("beta", new Affine().Beta),
            static (alpha, beta) => new Affine(alpha, beta)),
        Of(
            "square",
            Family.Classic,
            "",
            new(
                "[0, ∞)",
                "Networks on encrypted data; energies.",
                "One product.",
                "Explodes for large inputs, and the sign is lost.",
                "In deep networks."),
            default(Square)),
        Of(
            "squ",
            Family.Classic,
            "Noel et al. 2021",
            new(
                "[−¼, ∞)",
                "Studies of single neurons that solve XOR.",
                "Two zeros, so one neuron separates XOR.",
                "Explodes for large inputs.",
                "In deep networks."),
            default(Squ)) with { Aliases = ["shifted_quadratic_unit"] },
        Of(
            "ncu",
            Family.Classic,
            "Noel et al. 2021",
            new(
                "(−∞, ∞)",
                "Studies of single neurons that solve XOR.",
                "Three zeros.",
                "Explodes for large inputs.",
                "In deep networks."),
            default(Ncu)) with { Aliases = ["non_monotonic_cubic_unit"] },
        Of(
            "parabolic_cone",
            Family.Classic,
            "Noel et al. 2021",
            new(
                "(−∞, 1]",
                "Studies of single neurons that solve XOR.",
                "Positive only within a band.",
                "Explodes for large inputs.",
                "In deep networks."),
            default(ParabolicCone)),
    ];
}
