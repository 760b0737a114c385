namespace Hillock;

public static partial class Catalog
{
    private static Parameter Temperature => new("temperature", 1, 1e-6, 1e6);

    private static Parameter Tau => Temperature with { Name = "tau" };

    // Every whole number up to 2⁵³ is a double.
    private static Parameter Seed => new("seed", 0, 0, 1L << 53);

    private static Requirement WholeSeed => new("seed must be a whole number", static values => double.IsInteger(values[1]));

    /// <summary>Softmax: chances from logits.</summary>
    public static RowActivation Softmax => field ??= ParseRows("softmax");

    /// <summary>Log-softmax: logarithms of chances.</summary>
    public static RowActivation LogSoftmax => field ??= ParseRows("log_softmax");

    private static IEnumerable<RowFunction> Chances =>
    [
        FromOutput(
            "softmax",
            "Bridle 1990",
            new(
                "(0, 1), each row adding up to 1",
                "The output for several classes; attention weights.",
                "Reads as chances; unchanged when a constant is added to the whole row.",
                "Never exactly 0 or 1; its slope vanishes where one logit is far ahead.",
                "Before a loss that takes logits: cross-entropy applies it itself, more accurately."),
            "exp(x / temperature) / sum(exp(x / temperature))",
            static values => new Softmax(values[0])) with { Parameters = [Temperature] },
        FromOutput(
            "log_softmax",
            "Bridle 1990",
            new(
                "(−∞, 0]",
                "Cross-entropy, sequence scores, sampling.",
                "Keeps what softmax rounds to 0 or 1.",
                "Not chances themselves: take exp where those are wanted.",
                "As the last layer of a model whose users expect chances."),
            "x - log(sum(exp(x)))",
            static _ => default(LogSoftmax)),
        OfRow(
            "softmin",
            "",
            new(
                "(0, 1), each row adding up to 1",
                "Where small is good: distances, costs, energies.",
                "softmax of −x without the detour.",
                "Never exactly 0 or 1.",
                "On logits: softmax."),
            "exp(-x / temperature) / sum(exp(-x / temperature))",
            static values => new Softmin(values[0])) with { Parameters = [Temperature] },
        OfRow(
            "hardmax",
            "",
            new(
                "{0, 1}, one 1 in each row",
                "Choosing a class, hard attention at inference.",
                "Exactly one-hot; the first of several greatest, as in ONNX.",
                "Its slope is 0: nothing learns through it.",
                "In training: hardmax_straight_through, gumbel_softmax or sparsemax."),
            "where(i == argmax(x), 1, 0)",
            static _ => new Hardmax(false)),
        OfRow(
            "hardmax_straight_through",
            "Bengio et al. 2013, arXiv:1308.3432",
            new(
                "{0, 1}, one 1 in each row",
                "Discrete choices inside a network that is to be trained.",
                "One-hot forward, and still a gradient: the incoming one, unchanged.",
                "The gradient is that of another function, and biased.",
                "Where a smooth choice will do: softmax or sparsemax."),
            "where(i == argmax(x), 1, 0)",
            static _ => new Hardmax(true)) with { Aliases = ["hardmax_ste"] },
        OfRow(
            "sparsemax",
            "Martins & Astudillo 2016, arXiv:1602.02068",
            new(
                "[0, 1], each row adding up to 1",
                "Attention and outputs where most weights should be exactly 0.",
                "Exact zeros; piecewise linear.",
                "No gradient reaches what got 0.",
                "With cross-entropy: log 0 is −∞; it has a loss of its own."),
            "max(x - tau, 0), tau so that they add up to 1",
            static _ => new Threshold<Sparsemax>(default)),
        OfRow(
            "entmax15",
            "Peters et al. 2019, arXiv:1905.05702",
            new(
                "[0, 1], each row adding up to 1",
                "Sparse attention between softmax and sparsemax.",
                "Exact zeros, and smooth where it is not 0.",
                "Needs the row sorted.",
                "With cross-entropy: log 0 is −∞; it has a loss of its own."),
            "max(x / 2 - tau, 0)^2, tau so that they add up to 1",
            static _ => new Threshold<Entmax15>(default)),
        OfRow(
            "entmax",
            "Peters et al. 2019, arXiv:1905.05702",
            new(
                "[0, 1], each row adding up to 1",
                "Sparse attention with its sparsity to be tuned.",
                "softmax for alpha = 1, sparsemax for 2, everything between and beyond.",
                "Its threshold is found step by step.",
                "For alpha = 1, 1.5 or 2: softmax, entmax15 or sparsemax say the same at once."),
            "max((alpha - 1) * x - tau, 0)^(1 / (alpha - 1)), tau so that they add up to 1",
            static values => new Threshold<Entmax>(new(values[0]))) with
        {
            Aliases = ["alpha_entmax"],
            Parameters = [new("alpha", 1.5, 1, 64)],
        },
        Of(
            "gumbel_softmax",
            "Jang et al. 2016, arXiv:1611.01144",
            new(
                "(0, 1), each row adding up to 1",
                "Sampling classes inside a network that is to be trained.",
                "Draws from softmax(x), with a gradient to the logits.",
                "A low tau gives gradients of great variance, a high one soft draws.",
                "At inference: take the greatest logit, or draw."),
            "softmax((x - log(-log(u))) / tau), u uniform from the seed",
            static values => new GumbelSoftmax(values[0], (ulong)values[1], false)) with
        {
            Parameters = [Tau, Seed],
            Requirement = WholeSeed,
        },
        Of(
            "gumbel_softmax_straight_through",
            "Jang et al. 2016, arXiv:1611.01144",
            new(
                "{0, 1}, one 1 in each row",
                "Discrete choices drawn inside a network that is to be trained.",
                "One-hot forward, the gradient of gumbel_softmax backward.",
                "The gradient is that of another function, and biased.",
                "Where a soft draw will do: gumbel_softmax."),
            "where(i == argmax(x - log(-log(u))), 1, 0), u uniform from the seed",
            static values => new GumbelSoftmax(values[0], (ulong)values[1], true)) with
        {
            Aliases = ["gumbel_softmax_hard"],
            Parameters = [Tau, Seed],
            Requirement = WholeSeed,
        },
        OfRow(
            "spherical_softmax",
            "de Brébisson & Vincent 2015, arXiv:1511.05042",
            new(
                "[0, 1], each row adding up to 1",
                "In the place of softmax where very many classes make it dear.",
                "No exponential; unchanged when the whole row is scaled.",
                "Takes no notice of signs; a row of zeros counts as uniform.",
                "Where the sign of a logit means something: taylor_softmax or softmax."),
            "x^2 / sum(x^2)",
            static _ => new Quadratic(0, 0, 1)),
        OfRow(
            "taylor_softmax",
            "de Brébisson & Vincent 2015, arXiv:1511.05042",
            new(
                "(0, 1), each row adding up to 1",
                "In the place of softmax where very many classes make it dear.",
                "No exponential; better than softmax on some small tasks.",
                "Grows again for logits below −1.",
                "For many classes with far logits: softmax tells them apart better."),
            "(1 + x + x^2 / 2) / sum(1 + x + x^2 / 2)",
            static _ => new Quadratic(1, 1, 0.5)),
        OfRow(
            "solu",
            "Elhage et al. 2022",
            new(
                "(−∞, ∞)",
                "Language models whose units are to be understood.",
                "Makes each unit stand for one thing more often.",
                "Wants a layer norm behind it, which takes some of that back.",
                "Where nobody will look inside: gelu or silu."),
            "x * softmax(x)",
            static _ => default(Solu)),
        OfRow(
            "squash",
            "Sabour et al. 2017, arXiv:1710.09829",
            new(
                "vectors shorter than 1",
                "Capsule networks.",
                "Keeps the direction; the length reads as a chance.",
                "Its slope vanishes for short and for long vectors.",
                "Outside capsules: layer norm scales rows better."),
            "x * norm(x) / (1 + norm(x)^2)",
            static _ => default(Squash)),
    ];

    private static RowFunction Of<K>(string name, string origin, Facts facts, string formula, Func<IReadOnlyList<double>, K> make)
        where K : struct, IRowKernel =>
        new(name, origin, facts, formula, (function, values) => new Rowwise<K>(function, values, make(values)));

    private static RowFunction OfRow<R>(string name, string origin, Facts facts, string formula, Func<IReadOnlyList<double>, R> make)
        where R : struct, IRow =>
        Of(name, origin, facts, formula, values => new EachRow<R>(make(values)));

    private static RowFunction FromOutput<K>(string name, string origin, Facts facts, string formula, Func<IReadOnlyList<double>, K> make)
        where K : struct, IOutputKernel =>
        new(name, origin, facts, formula, (function, values) => new RowwiseFromOutput<K>(function, values, make(values)));
}
