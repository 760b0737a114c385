namespace Hillock;

public static partial class Catalog
{
    private static IEnumerable<Function> Shrinkage =>
    [
        Of(
            "soft_shrink",
            Family.Shrinkage,
            "Donoho & Johnstone 1994",
            new(
                "(−∞, ∞)",
                "Sparse coding, unrolled optimisation (ISTA), denoising.",
                "Exact zeros, no jump; the proximal step of the L1 norm.",
                "Every output is biased by lambda; no gradient inside.",
                "As a general activation: half the inputs near 0 get no gradient."),
            new Parameter("lambda", new SoftShrink().Lambda, 0, 1e300),
            static lambda => new SoftShrink(lambda)) with { Kinks = [-0.5, 0.5] },
        Of(
            "hard_shrink",
            Family.Shrinkage,
            "Donoho & Johnstone 1994",
            new(
                "(−∞, ∞)",
                "Sparse coding, denoising; ONNX Shrink with its default bias is this.",
                "Exact zeros, and unbiased outside.",
                "Jumps at ±lambda; no gradient inside.",
                "Where small changes of the input must stay small: soft_shrink."),
            new Parameter("lambda", new HardShrink().Lambda, 0, 1e300),
            static lambda => new HardShrink(lambda)) with { Kinks = [-0.5, 0.5] },
        Of(
            "tanh_shrink",
            Family.Shrinkage,
            "",
            new(
                "(−∞, ∞)",
                "Sparse coding; a smooth shrinkage.",
                "Smooth, odd, slope towards 1 far out.",
                "Slope 0 at 0, so small signals fade as x³.",
                "In deep networks: small signals vanish layer by layer."),
            default(TanhShrink)),
    ];
}
