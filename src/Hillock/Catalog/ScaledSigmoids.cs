namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> ScaledSigmoids =>
    [
        Of(
            "lecun_tanh",
            Family.Sigmoidal,
            "LeCun et al. 1998",
            new(
                "(−1.716, 1.716)",
                "Early convolutional networks (LeNet-5).",
                "Targets ±1 lie where the slope is still alive; variance 1 in, about 1 out.",
                "Saturates like every tanh.",
                "Where tanh with a modern initialisation is established."),
            default(LecunTanh)),
        Of(
            "scaled_tanh",
            Family.Sigmoidal,
            "",
            new(
                "(−alpha, alpha)",
                "Recurrent networks from ONNX; outputs with known bounds.",
                "Any height and steepness.",
                "Saturates; two numbers to choose.",
                "With alpha = beta = 1: tanh."),
            new Parameter("alpha", new ScaledTanh().Alpha),
            new Parameter("beta", new ScaledTanh().Beta),
            static (alpha, beta) => new ScaledTanh(alpha, beta)),
        Of(
            "bipolar_sigmoid",
            Family.Sigmoidal,
            "",
            new(
                "(−1, 1)",
                "Textbook networks.",
                "Centred on 0, twice the slope of the sigmoid.",
                "Slope ½ at 0, so signals shrink from layer to layer.",
                "In deep networks: tanh has slope 1 at 0."),
            default(BipolarSigmoid)),
        Of(
            "dyt",
            Family.Sigmoidal,
            "Zhu et al. 2025, arXiv:2503.10622",
            new(
                "(−1, 1)",
                "Transformers without layer normalisation.",
                "One trained number in place of statistics over the features.",
                "Saturates; alpha must start small in wide language models.",
                "As an activation between layers: it replaces a normalisation, not a nonlinearity."),
            new Parameter("alpha", new DyT().Alpha),
            static alpha => new DyT(alpha)) with { Aliases = ["dynamic_tanh"], Trained = new(0, PerUnit: false) },
        Of(
            "penalized_tanh",
            Family.Sigmoidal,
            "Xu et al. 2016, arXiv:1602.05980",
            new(
                "(−a, 1)",
                "Text classification, where it did well across tasks.",
                "As leaky as leaky ReLU, and bounded.",
                "A corner at 0; saturates on both sides.",
                "In deep networks without normalisation."),
            new Parameter("a", new PenalizedTanh().A),
            static a => new PenalizedTanh(a)) with { Kinks = [0] },
    ];
}
