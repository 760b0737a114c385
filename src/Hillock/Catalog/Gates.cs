namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Gates =>
    [
        Of(
            "gelu",
            Family.Gated,
            "Hendrycks & Gimpel 2016",
            new(
                "[−0.170, ∞)",
                "Transformers: BERT, ViT, ConvNeXt. Exact by default in PyTorch, Keras and ONNX.",
                "Smooth, no dead units, signals reach deeper than with ReLU.",
                "Costs several times ReLU; JAX and Flux mean the tanh form by the same name, so ported models differ in the fourth decimal.",
                "On devices without fast exponentials: hard_swish or relu."),
            default(Gelu)),
        Of(
            "gelu_tanh",
            Family.Gated,
            "Hendrycks & Gimpel 2016",
            new(
                "[−0.170, ∞)",
                "GPT-2, Gemma, and whatever was trained with it.",
                "Needs no error function.",
                "Off from GELU by up to 0.0005; relatively by 84 % at −5.",
                "For new models: the exact gelu is as fast here."),
            default(GeluTanh)) with { Aliases = ["gelu_new"] },
        Of(
            "quick_gelu",
            Family.Gated,
            "Hendrycks & Gimpel 2016",
            new(
                "[−0.164, ∞)",
                "CLIP and models derived from it.",
                "One sigmoid; as cheap as SiLU.",
                "Off from GELU by up to 0.02: not interchangeable.",
                "Except to run models that were trained with it."),
            default(QuickGelu)),
        Of(
            "silu",
            Family.Gated,
            "Elfwing et al. 2017",
            new(
                "[−0.278, ∞)",
                "EfficientNet, object detectors, diffusion models; inside SwiGLU in LLaMA.",
                "Smooth, no dead units, slope up to 1.1.",
                "An exponential and a division; its gradient vanishes for large negative inputs.",
                "On devices without fast exponentials: hard_swish."),
            default(Silu)) with { Aliases = ["sigmoid_linear_unit"] },
        Of(
            "swish",
            Family.Gated,
            "Ramachandran et al. 2017",
            new(
                "[−0.278/beta, ∞) for beta > 0",
                "As SiLU; with a trained beta where the data may choose between linear and ReLU.",
                "Contains SiLU (beta = 1) and comes near to ReLU (large beta).",
                "The gain from a trained beta is mostly small.",
                "With beta = 1 and untrained: silu says the same."),
            new Parameter("beta", new Swish().Beta),
            static beta => new Swish(beta)),
        Of(
            "hard_swish",
            Family.Gated,
            "Howard et al. 2019",
            new(
                "[−0.375, ∞)",
                "MobileNet V3 and other networks for phones.",
                "Near to SiLU without an exponential; quantises well.",
                "Kinks at −3 and 3; slope 0 below −3, so units can die.",
                "Where exponentials are cheap: silu."),
            default(HardSwish)) with { Aliases = ["hard_silu"], Kinks = [-3, 3] },
        Of(
            "mish",
            Family.Gated,
            "Misra 2019",
            new(
                "[−0.309, ∞)",
                "YOLO v4 and other image networks.",
                "Smooth, no dead units, a little more curvature than SiLU.",
                "The most expensive of the common ones; composed naively it takes three times the memory in training.",
                "Where SiLU does as well, which is mostly."),
            default(Mish)),
    ];
}
