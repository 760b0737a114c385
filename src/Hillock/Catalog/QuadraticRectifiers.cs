namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> QuadraticRectifiers =>
    [
        Of(
            "sparse_plus",
            Family.Rectifier,
            "Shamir et al. 2020, arXiv:2010.09931",
            new(
                "[0, ∞)",
                "Where softplus would do but exact zeros are wanted.",
                "Smooth once, no exponential, exactly 0 below −1.",
                "No gradient below −1, so units can die.",
                "Where outputs must stay positive: softplus."),
            default(SparsePlus)),
        Of(
            "smelu",
            Family.Rectifier,
            "Shamir et al. 2020, arXiv:2010.09931",
            new(
                "[0, ∞)",
                "Recommenders whose predictions must be reproducible between trainings.",
                "As cheap as it gets for a rectifier without a corner.",
                "No gradient below −beta.",
                "With beta = 1: sparse_plus says the same."),
            new Parameter("beta", new SmeLu().Beta, 1e-06, 1000000.0),
            static beta => new SmeLu(beta)),
        Of(
            "squared_relu",
            Family.Rectifier,
            "So et al. 2021, arXiv:2109.08668",
            new(
                "[0, ∞)",
                "Transformers found by search (Primer), large language models that want sparse activations.",
                "Cheap, sparse, without a corner.",
                "Grows as x², so large inputs explode and the slope is unbounded.",
                "In deep plain networks without normalisation."),
            default(SquaredRelu)) with { Aliases = ["relu2", "relu_squared"] },
        Of(
            "star_relu",
            Family.Rectifier,
            "Yu et al. 2022, arXiv:2210.13452",
            new(
                "[b, ∞)",
                "MetaFormer baselines for images.",
                "Less work than GELU, centred at the start.",
                "Grows as x²; mean and variance hold only for standard normal inputs.",
                "Without normalisation layers."),
            new Parameter("s", new StarRelu().Scale),
            new Parameter("b", new StarRelu().Bias),
            static (scale, bias) => new StarRelu(scale, bias)),
        Of(
            "sqlu",
            Family.Rectifier,
            "Wuraola & Patel 2018",
            new(
                "[−1, ∞)",
                "Embedded devices.",
                "ELU's shape without an exponential, without a corner.",
                "No gradient below −2.",
                "Where exponentials are cheap: elu."),
            default(Sqlu)),
        Of(
            "squish",
            Family.Rectifier,
            "Wuraola et al. 2021",
            new(
                "[−0.5, ∞)",
                "Embedded devices.",
                "Self-gated shape without an exponential.",
                "Grows as x²; a corner at −2 and no gradient below it.",
                "Where inputs may be large."),
            default(Squish)) with { Kinks = [-2] },
        Of(
            "bi_firing",
            Family.Rectifier,
            "Li et al. 2013",
            new(
                "[0, ∞)",
                "Historical; the same curve is the Huber loss.",
                "No dead units, slope ±1 outside.",
                "The sign of the input is lost.",
                "Where the sign matters."),
            new Parameter("a", new BiFiring().A, 1e-06, 1000000.0),
            static a => new BiFiring(a)) with { Aliases = ["huber"] },
        Of(
            "soft_modulus",
            Family.Classic,
            "Vallés-Pérez et al. 2022",
            new(
                "[0, ∞)",
                "Image networks in its paper; little used elsewhere.",
                "|x| with a slope that does not jump.",
                "The sign of the input is lost.",
                "Where the sign matters."),
            default(SoftModulus)) with { Aliases = ["soft_modulus_q"] },
    ];
}
