namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Thresholds =>
    [
        Of(
            "thresholded_relu",
            Family.Rectifier,
            "Konda et al. 2014, arXiv:1402.3337",
            new(
                "{0} ∪ (theta, ∞)",
                "Autoencoders without biases; ONNX models that contain it.",
                "Exact zeros below theta and no shift above: selection and value are separate.",
                "It jumps at theta, so a small change of the input can change the output by theta; below it nothing is trained.",
                "In networks that learn from scratch: relu or soft_shrink have no jump."),
            new Parameter("theta", new ThresholdedRelu().Theta),
            static theta => new ThresholdedRelu(theta)) with { Aliases = ["trelu"], Kinks = [1] },
        Of(
            "threshold",
            Family.Rectifier,
            "",
            new(
                "{value} ∪ (theta, ∞)",
                "A building stone of other rectifiers; models from Torch 7.",
                "Any floor at any place.",
                "Jumps unless value equals theta; nothing is trained below theta.",
                "Where relu, shifted_relu or thresholded_relu say it plainly."),
            new Parameter("theta", new Threshold().Theta),
            new Parameter("value", new Threshold().Value),
            static (theta, value) => new Threshold(theta, value)) with { Kinks = [0.1] },
        Of(
            "shifted_relu",
            Family.Rectifier,
            "Clevert et al. 2015, arXiv:1511.07289",
            new(
                "[−1, ∞)",
                "A comparison in the paper on ELU.",
                "Negative outputs as cheap as ReLU.",
                "Dies below −1, only later than ReLU; little used.",
                "Where ELU or leaky_relu can be afforded."),
            default(ShiftedRelu)) with { Kinks = [-1] },
        Of(
            "flexible_relu",
            Family.Rectifier,
            "Qiu et al. 2017, arXiv:1706.08098",
            new(
                "[bias, ∞)",
                "Convolutional networks without normalisation, in its paper.",
                "Outputs can be centred at the cost of one number.",
                "The bias of the next layer does the same; little used.",
                "Before a layer that has biases of its own."),
            new Parameter("bias", new FlexibleRelu().Bias),
            static bias => new FlexibleRelu(bias)) with { Aliases = ["frelu"], Kinks = [0], Trained = new(0, PerUnit: false) },
        Of(
            "generalized_relu",
            Family.Rectifier,
            "",
            new(
                "[0, ceiling] for alpha = 0",
                "Models from Keras.",
                "One function for ReLU, leaky, clipped and thresholded.",
                "Jumps at theta unless theta is 0.",
                "Where relu, leaky_relu or relu6 say it plainly."),
            new Parameter("alpha", new GeneralizedRelu().Alpha),
            new Parameter("ceiling", new GeneralizedRelu().Ceiling),
            new Parameter("theta", new GeneralizedRelu().Theta),
            static (alpha, ceiling, theta) => new GeneralizedRelu(alpha, ceiling, theta)) with
            {
                Aliases = ["keras_relu"],
                Kinks = [0, 6],
                Requirement = new("theta must be below ceiling", static values => values[2] < values[1]),
            },
        Of(
            "abs_relu",
            Family.Rectifier,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "[0, ∞)",
                "Named in surveys; little used.",
                "No dead units; outputs never negative.",
                "Two inputs share each output, so the sign is lost to a degree.",
                "Where the sign of the input matters."),
            new Parameter("alpha", new AbsRelu().Alpha),
            static alpha => new AbsRelu(alpha)) with { Aliases = ["abslu"], Kinks = [0] },
        Of(
            "hat",
            Family.Rectifier,
            "",
            new(
                "[0, width/2]",
                "Finite elements; studies of networks as splines.",
                "Local: an input outside the triangle changes nothing.",
                "No gradient outside; needs inputs that stay inside.",
                "As the only activation of a deep network."),
            new Parameter("width", new Hat().Width, 1e-06, 1000000.0),
            static width => new Hat(width)) with { Kinks = [0, 0.5, 1] },
        Of(
            "triangle",
            Family.Rectifier,
            "Kunc & Kléma 2024, arXiv:2402.09092",
            new(
                "[0, 1]",
                "Linear interpolation; named in surveys as mReLU.",
                "Local, with exact zeros outside.",
                "No gradient beyond ±1.",
                "As the only activation of a deep network."),
            default(Triangle)) with { Aliases = ["mrelu"], Kinks = [-1, 0, 1] },
    ];
}
