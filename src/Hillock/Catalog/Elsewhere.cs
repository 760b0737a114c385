namespace Hillock;

/// <summary>A framework that has a function, and what it calls it.</summary>
/// <param name="Framework">PyTorch, Keras, JAX, Flux, ONNX, oneDNN or .NET's TensorPrimitives.</param>
/// <param name="Name">The name there.</param>
public sealed record FrameworkName(string Framework, string Name);

/// <summary>What other libraries call the functions, and where by one name they mean different things.</summary>
/// <remarks>Read from their sources: torch.nn, keras.activations, jax.nn, NNlib, ONNX's operators, oneDNN's eltwise kinds, .NET 10.</remarks>
internal static class Elsewhere
{
    private const string SincOfTheMathematicians =
        "sinc x is sin(x)/x here as in its paper; copies made with torch.sinc, which is sin(πx)/(πx), have other zeros and another slope at 0.";

    private static readonly string[] Frameworks = ["PyTorch", "Keras", "JAX", "Flux", "ONNX", "oneDNN", ".NET TensorPrimitives"];

    // One name per framework, in their order; empty where it lacks the function.
    private static readonly Dictionary<string, string[]> NamesOf = new()
    {
        ["linear"] = ["Identity", "linear", "identity", "", "Identity", "linear", ""],
        ["relu"] = ["ReLU", "relu", "relu", "relu", "Relu", "relu", ""],
        ["relu6"] = ["ReLU6", "relu6", "relu6", "relu6", "", "", ""],
        ["hard_tanh"] = ["Hardtanh", "hard_tanh", "hard_tanh", "hardtanh", "Clip", "clip", "Clamp"],
        ["generalized_relu"] = ["", "relu", "", "", "", "", ""],
        ["threshold"] = ["Threshold", "threshold", "", "", "", "", ""],
        ["thresholded_relu"] = ["", "", "", "trelu", "ThresholdedRelu", "", ""],
        ["leaky_relu"] = ["LeakyReLU", "leaky_relu", "leaky_relu", "leakyrelu", "LeakyRelu", "relu", ""],
        ["prelu"] = ["PReLU", "layers.PReLU", "", "", "PRelu", "prelu", ""],
        ["elu"] = ["ELU", "elu", "elu", "elu", "Elu", "elu", ""],
        ["selu"] = ["SELU", "selu", "selu", "selu", "Selu", "", ""],
        ["celu"] = ["CELU", "celu", "celu", "celu", "Celu", "", ""],
        ["gelu"] = ["GELU", "gelu", "gelu(approximate=False)", "gelu_erf", "Gelu", "gelu_erf", ""],
        ["gelu_tanh"] = ["GELU(approximate='tanh')", "gelu(approximate=True)", "gelu", "gelu", "Gelu(approximate='tanh')", "gelu_tanh", ""],
        ["silu"] = ["SiLU", "silu", "silu", "swish", "", "", ""],
        ["swish"] = ["", "", "", "", "Swish", "swish", ""],
        ["hard_swish"] = ["Hardswish", "hard_silu", "hard_silu", "hardswish", "HardSwish", "hardswish", ""],
        ["mish"] = ["Mish", "mish", "mish", "mish", "Mish", "mish", ""],
        ["sigmoid"] = ["Sigmoid", "sigmoid", "sigmoid", "sigmoid", "Sigmoid", "logistic", "Sigmoid"],
        ["hard_sigmoid"] = ["Hardsigmoid", "hard_sigmoid", "hard_sigmoid", "hardσ", "HardSigmoid", "hardsigmoid", ""],
        ["log_sigmoid"] = ["LogSigmoid", "log_sigmoid", "log_sigmoid", "logσ", "", "soft_relu", ""],
        ["tanh"] = ["Tanh", "tanh", "tanh", "tanh_fast", "Tanh", "tanh", "Tanh"],
        ["softplus"] = ["Softplus", "softplus", "softplus", "softplus", "Softplus", "soft_relu", ""],
        ["softsign"] = ["Softsign", "softsign", "soft_sign", "softsign", "Softsign", "", ""],
        ["soft_shrink"] = ["Softshrink", "soft_shrink", "", "softshrink", "Shrink", "", ""],
        ["hard_shrink"] = ["Hardshrink", "hard_shrink", "", "", "Shrink", "", ""],
        ["tanh_shrink"] = ["Tanhshrink", "tanh_shrink", "", "tanhshrink", "", "", ""],
        ["squareplus"] = ["", "squareplus", "squareplus", "", "", "", ""],
        ["sparse_plus"] = ["", "sparse_plus", "sparse_plus", "", "", "", ""],
        ["sparse_sigmoid"] = ["", "sparse_sigmoid", "sparse_sigmoid", "", "", "", ""],
        ["lisht"] = ["", "", "", "lisht", "", "", ""],
        ["log_cosh"] = ["", "", "", "logcosh", "", "", ""],
        ["exponential"] = ["", "exponential", "", "", "Exp", "exp", "Exp"],
        ["affine"] = ["", "", "", "", "", "linear", "MultiplyAdd"],
        ["absolute"] = ["", "", "", "", "Abs", "abs", "Abs"],
        ["square"] = ["", "", "", "", "", "square", ""],
        ["rrelu"] = ["RReLU", "", "", "rrelu", "", "", ""],
    };

    private static readonly Dictionary<string, string> Differences = new()
    {
        ["leaky_relu"] = "alpha is 0.01 in PyTorch, JAX, Flux and ONNX, 0.2 in keras.activations, 0.3 in keras.layers.LeakyReLU.",
        ["prelu"] = "alpha starts at 0.25 in PyTorch, at 0 in Keras; in ONNX it is an input.",
        ["hard_sigmoid"] =
            "Slope 1/6 in PyTorch, Keras 3, JAX and Flux; ONNX means 0.2 unless told otherwise.",
        ["hard_swish"] = "Slope at −3 and 3 is 0 and 1 here and in JAX and oneDNN; Flux has −0.5 and 1.5.",
        ["gelu"] =
            "This exact form in PyTorch, keras.activations and ONNX; the tanh form in JAX, Flux and keras.ops, up to 0.00047 apart.",
        ["gelu_tanh"] =
            "The default of JAX, Flux and keras.ops under the name gelu; PyTorch, keras.activations and ONNX mean the exact form by it.",
        ["quick_gelu"] = "In timm and Hugging Face under this name; up to 0.0203 from gelu, at ±2.27.",
        ["elu"] =
            "ELU, CELU and SELU are the same for alpha = 1 up to SELU's scale; for another alpha ELU has a corner at 0 and CELU none.",
        ["selu"] = "ONNX rounds both constants to float32, and to four digits in opset 1.",
        ["celu"] = "ONNX and PyTorch write it with max and min, JAX with expm1; the values are the same.",
        ["soft_shrink"] = "ONNX Shrink with its default bias of 0 is hard_shrink; this one needs bias = lambd.",
        ["hard_shrink"] = "ONNX Shrink with its default bias of 0 is this one.",
        ["softplus"] = "PyTorch returns x itself where beta·x is above 20, oneDNN above 88.7; the exact value is kept here.",
        ["relu6"] = "Slope at 0 and 6 is 0 here and in JAX and Flux; oneDNN's clip has 1 at 6.",
        ["hard_tanh"] = "Keras, JAX and Flux fix the bounds at ±1.",
        ["threshold"] = "PyTorch and Keras have no defaults.",
        ["sigmoid"] = "Flux has sigmoid_fast beside it, which is 1 above 40 and 0 below −80.",
        ["rrelu"] = "Flux draws slopes in evaluation as well; PyTorch takes their mean there, as here.",
        ["log_sigmoid"] = "oneDNN has it as soft_relu with alpha = −1.",
        ["swish"] = "Keras, JAX and Flux mean beta = 1 by swish, which is silu.",
        ["silu"] = "Keras and JAX know it as swish as well.",
        ["ssu"] = SincOfTheMathematicians,
        ["dsu"] = SincOfTheMathematicians,
    };

    /// <summary>The frameworks that have the function.</summary>
    public static IReadOnlyList<FrameworkName> Names(string function) => NamesOf.TryGetValue(function, out var names)
        ? [.. Frameworks.Zip(names, (framework, name) => new FrameworkName(framework, name)).Where(n => n.Name.Length > 0)]
        : [];

    /// <summary>What differs between them; empty where nothing does.</summary>
    public static string Difference(string function) => Differences.GetValueOrDefault(function, "");

    /// <summary>All functions that are spoken of here.</summary>
    public static IEnumerable<string> Functions => NamesOf.Keys.Union(Differences.Keys);
}
