namespace Hillock;

public static partial class Catalog
{
    // PyTorch's, Keras' and JAX' GLU have the gate in the second half, ONNX' SwiGLU in the first.
    private static Parameter Gate => new("gate", 2, 1, 2);

    private static Requirement WholeGate => new(
        "gate must be 1 (the first half) or 2 (the second)",
        static values => double.IsInteger(values[^1]));

    private static IEnumerable<RowFunction> Halving =>
    [
        OfRow(
            "glu",
            "Dauphin et al. 2016, arXiv:1612.08083",
            new(
                "(−∞, ∞), half as long as the input",
                "Gated convolutions, the feed-forward part of Transformers.",
                "A linear path for the gradient beside the gate.",
                "Needs a layer twice as wide.",
                "In new Transformers: swiglu or geglu did better."),
            "a * sigmoid(b)",
            static values => new Halves<Linear, Sigmoid>(default, default, (int)values[0])) with { Parameters = [Gate], Requirement = WholeGate },
        OfRow(
            "geglu",
            "Shazeer 2020, arXiv:2002.05202",
            new(
                "(−∞, ∞), half as long as the input",
                "The feed-forward part of Transformers: Gemma, T5 v1.1.",
                "Among the best gates in its paper.",
                "Needs a layer twice as wide; error function.",
                "On devices without fast exponentials: reglu."),
            "a * gelu(b)",
            static values => new Halves<Linear, Gelu>(default, default, (int)values[0])) with { Parameters = [Gate], Requirement = WholeGate },
        OfRow(
            "swiglu",
            "Shazeer 2020, arXiv:2002.05202",
            new(
                "(−∞, ∞), half as long as the input",
                "The feed-forward part of Transformers: LLaMA, PaLM.",
                "Among the best gates in its paper.",
                "Needs a layer twice as wide: take two thirds of the hidden units for the same cost.",
                "On devices without fast exponentials: reglu."),
            "a * b * sigmoid(beta * b)",
            static values => new Halves<Linear, Swish>(default, new(values[0]), (int)values[1])) with
        {
            Parameters = [new("beta", new Swish().Beta), Gate],
            Requirement = WholeGate,
        },
        OfRow(
            "reglu",
            "Shazeer 2020, arXiv:2002.05202",
            new(
                "(−∞, ∞), half as long as the input",
                "The feed-forward part of Transformers, tables.",
                "No exponential.",
                "Needs a layer twice as wide; gates can die.",
                "Where exponentials are cheap: swiglu or geglu."),
            "a * relu(b)",
            static values => new Halves<Linear, Relu>(default, default, (int)values[0])) with { Parameters = [Gate], Requirement = WholeGate },
        OfRow(
            "bilinear",
            "Shazeer 2020, arXiv:2002.05202",
            new(
                "(−∞, ∞), half as long as the input",
                "The feed-forward part of Transformers; models whose workings are to be read off.",
                "Two products of matrices and nothing else.",
                "Grows with the square of the input.",
                "Where activations run away: glu."),
            "a * b",
            static _ => new Halves<Linear, Linear>(default, default, 2)),
        OfRow(
            "gtu",
            "van den Oord et al. 2016, arXiv:1606.05328",
            new(
                "(−1, 1), half as long as the input",
                "Gated PixelCNN, WaveNet.",
                "Bounded.",
                "The gradient fades twice: in tanh and in the gate.",
                "In deep stacks: glu lets the gradient pass."),
            "tanh(a) * sigmoid(b)",
            static values => new Halves<Tanh, Sigmoid>(default, default, (int)values[0])) with { Parameters = [Gate], Requirement = WholeGate },
        OfRow(
            "maxout",
            "Goodfellow et al. 2013, arXiv:1302.4389",
            new(
                "(−∞, ∞), one for each k inputs",
                "Networks with dropout.",
                "Learns its own convex activation; no unit dies.",
                "k times the weights.",
                "Where weights count: relu or silu."),
            "max(x[k * i], ..., x[k * i + k - 1])",
            static values => new Maxout((int)values[0])) with
        {
            Parameters = [new("k", 2, 1, 4096)],
            Requirement = new("k must be a whole number", static values => double.IsInteger(values[0])),
        },
        OfRow(
            "max_min",
            "Chernodub & Nowicki 2016, arXiv:1604.02313",
            new(
                "(−∞, ∞)",
                "Networks with a bound on their Lipschitz constant.",
                "Keeps norms of signals and gradients.",
                "Sorts only neighbours: wants an even width.",
                "Without such a bound: relu or silu."),
            "(max(x[2i], x[2i + 1]), min(x[2i], x[2i + 1]))",
            static _ => default(MaxMin)) with { Aliases = ["oplu", "group_sort_2"] },
        OfRow(
            "crelu",
            "Shang et al. 2016, arXiv:1603.05201",
            new(
                "[0, ∞), twice as long as the input",
                "First layers of image networks, which learn filters in pairs of opposite sign.",
                "Loses nothing of its input.",
                "Doubles the width of the next layer.",
                "Deeper down: relu."),
            "(relu(x), relu(-x))",
            static _ => new Crelu(1)),
        OfRow(
            "ncrelu",
            "",
            new(
                "(−∞, ∞), twice as long as the input",
                "As crelu, with the signs kept.",
                "Loses nothing of its input; zero-centred.",
                "Doubles the width of the next layer.",
                "Deeper down: relu."),
            "(relu(x), -relu(-x))",
            static _ => new Crelu(-1)),
    ];
}
