namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> LinedSigmoids =>
    [
        Of(
            "stac_tanh",
            Family.Sigmoidal,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "(−∞, ∞)",
                "In place of tanh where gradients vanish.",
                "Never flat, odd.",
                "Corners at ±a; unbounded.",
                "Where bounded outputs are wanted."),
            new Parameter("a", new StacTanh().A, 1e-06, 1000000.0),
            new Parameter("b", new StacTanh().B, 0, 1000000.0),
            static (a, b) => new StacTanh(a, b)) with { Kinks = [-1, 1] },
        Of(
            "improved_sigmoid",
            Family.Sigmoidal,
            "Qin et al. 2018",
            new(
                "(−∞, ∞)",
                "In place of the sigmoid where gradients vanish.",
                "Never flat.",
                "No chance any more: values leave (0, 1).",
                "Where a chance is wanted."),
            new Parameter("a", new ImprovedSigmoid().A, 0, 1000000.0),
            new Parameter("b", new ImprovedSigmoid().B, 1e-06, 700),
            static (a, b) => new ImprovedSigmoid(a, b)) with { Kinks = [-2, 2] },
        Of(
            "siglin",
            Family.Sigmoidal,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "(−∞, ∞)",
                "Named in surveys; little used.",
                "Never flat.",
                "Unbounded, and not centred on 0.",
                "Where a chance is wanted."),
            new Parameter("a", new SigLin().A),
            static a => new SigLin(a)),
    ];
}
