namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Sigmoids =>
    [
        Of(
            "sigmoid",
            Family.Sigmoidal,
            "Verhulst 1838",
            new(
                "(0, 1)",
                "The output for two classes, gates of LSTM and GRU, attention masks.",
                "Reads as a chance; bounded and smooth.",
                "Saturates at both ends; its slope is at most 0.25, so gradients shrink to a quarter per layer or less; outputs are not centred on 0.",
                "In hidden layers of deep networks: gradients vanish with all usual first weights."),
            default(Sigmoid)) with { Aliases = ["logistic"] },
        Of(
            "tanh",
            Family.Sigmoidal,
            "LeCun et al. 1998",
            new(
                "(−1, 1)",
                "Recurrent networks, reinforcement learning, physics-informed networks, bounded outputs.",
                "Centred on 0, slope 1 at 0, smooth.",
                "Saturates: beyond |x| = 3 the slope is below 0.01.",
                "In very deep plain networks without careful initialisation, and for outputs beyond ±1."),
            default(Tanh)),
        Of(
            "hard_sigmoid",
            Family.Sigmoidal,
            "Courbariaux et al. 2015",
            new(
                "[0, 1]",
                "Gates on phones and in quantised networks.",
                "A sigmoid without an exponential.",
                "Slope exactly 0 beyond ±3, so units can die; ONNX means slope 0.2 by the same name, PyTorch, Keras 3 and JAX 1/6.",
                "Where exponentials are cheap: sigmoid."),
            default(HardSigmoid)) with { Kinks = [-3, 3] },
        Of(
            "hard_tanh",
            Family.Sigmoidal,
            "Collobert 2004",
            new(
                "[low, high]",
                "Quantised and binary networks, clipping of actions.",
                "Cheap and bounded; slope 1 inside.",
                "Slope exactly 0 outside: what lies there is not trained.",
                "Where inputs often lie outside the bounds."),
            new Parameter("low", new HardTanh().Low),
            new Parameter("high", new HardTanh().High),
            static (low, high) => new HardTanh(low, high)) with { Kinks = [-1, 1], Requirement = new("low must be below high", static values => values[0] < values[1]) },
        Of(
            "log_sigmoid",
            Family.Sigmoidal,
            "",
            new(
                "(−∞, 0)",
                "Losses on logits: the logarithm of a chance.",
                "Right for every logit, where log(sigmoid(x)) is −∞.",
                "Not an activation for hidden layers: unbounded below, flat above.",
                "Between layers."),
            default(LogSigmoid)),
        Of(
            "softsign",
            Family.Sigmoidal,
            "Bergstra et al. 2009",
            new(
                "(−1, 1)",
                "In place of tanh where saturation hurts.",
                "Approaches its ends as 1/x, so the slope fades slowly; no exponential.",
                "Slower to reach large outputs; a corner in the curvature at 0.",
                "Where outputs must come close to ±1."),
            default(Softsign)),
    ];
}
