namespace Hillock.Lab;

/// <summary>Which first weights go with which function.</summary>
/// <param name="Rule">The name of the <see cref="Initializer"/>.</param>
/// <param name="What">What it does, and what goes with it.</param>
/// <param name="Source">Where that is written.</param>
/// <param name="Fits">The functions and networks it is meant for.</param>
public sealed record Initialisation(string Rule, string What, string Source, Func<Activation, Question, bool> Fits)
{
    /// <summary>The rule itself.</summary>
    public Initializer Initializer => Initializer.Named(Rule);
}

/// <summary>The table of first weights; the first row that fits counts.</summary>
public static class InitialisationTable
{
    private const double Close = 1e-6;

    /// <summary>A logarithm of the gradient ratio that does no harm, and by how much another rule must be better than <c>auto</c> to be named instead.</summary>
    private const double Harmless = 1, Better = 0.7;

    private static readonly string[] Others = ["glorot", "he", "centred"];
    private static readonly double[] Places = [-8, -0.5, 0.5, 8];

    private const string MeanField = "Poole et al. 2016, arXiv:1606.05340; Schoenholz et al. 2017, arXiv:1611.01232";

    /// <summary>All rows.</summary>
    public static IReadOnlyList<Initialisation> Rows { get; } =
    [
        new("auto", "SIREN's own weights, whatever the rule: uniform within ±1/fan-in first, then ±√(6/fan-in)/ω with ω = 30",
            "Sitzmann et al. 2020, arXiv:2006.09661; vsitzmann/siren/modules.py", (f, question) => question.Network.Name == "siren" && f.Function?.Name == "sine"),
        new("lecun", "variance 1/fan-in and biases 0, which hold mean 0 and variance 1; inputs standardised, alpha dropout if any",
            "Klambauer et al. 2017, arXiv:1706.02515; PyTorch kaiming_normal_(nonlinearity='linear')", (f, _) => IsSelfNormalising(FunctionFigures.Of(f).Moments)),
        new("he", "variance 2/fan-in", "He et al. 2015, arXiv:1502.01852; PyTorch calculate_gain('relu') = √2",
            (f, _) => Scales(f) && Math.Abs(FunctionFigures.Of(f).Moments.Square - 0.5) < Close),
        new("auto", "variance 2/(1 + a²) divided by fan-in for a slope of a below 0", "He et al. 2015, arXiv:1502.01852; PyTorch calculate_gain('leaky_relu')",
            (f, _) => Scales(f)),
        new("auto", "gain 1/√E f² where an activation comes before; Keras has Glorot's uniform weights, and orthogonal ones from step to step",
            "keras/src/layers/rnn/lstm.py", (_, question) => question.Network.Repeats),
        new("auto", "variance 1/E f² divided by fan-in; large language models draw with a deviation of 0.02",
            $"{MeanField}; transformers initializer_range", (_, question) => question.Network.Name == "transformer"),
        new("auto", "variance 1/E f² divided by fan-in; normalisation takes the size of weights out again", MeanField, (_, question) => question.Normalization.Holds is not null),
        ByGradients("auto", "variance 1/E f² divided by fan-in, with E f² by quadrature: signals keep their size", MeanField),
        ByGradients("glorot", "variance 2/(fan-in + fan-out): here gradients keep their size better than with auto", "Glorot and Bengio 2010; PyTorch xavier_normal_"),
        ByGradients("he", "variance 2/fan-in: here gradients keep their size better than with auto", $"He et al. 2015, arXiv:1502.01852; {MeanField}"),
        ByGradients("centred", "variance 1/Var f divided by fan-in, and biases that subtract the mean: without them gradients vanish",
            $"{MeanField}; Poincaré's inequality for the normal distribution"),
        new("auto", "variance 1/E f² divided by fan-in", MeanField, (_, _) => true),
    ];

    /// <summary>The row for a function in a network.</summary>
    public static Initialisation For(Activation f, Question question) => Rows.First(row => row.Fits(f, question));

    private static Initialisation ByGradients(string rule, string what, string source) =>
        new(rule, what, source, (f, question) => Steadiest(f, question.Depth) == rule);

    /// <summary>The rule that changes gradients least from the last layer to the first.</summary>
    private static string Steadiest(Activation f, int depth)
    {
        double Change(string rule) =>
            Math.Abs(Math.Log(FunctionFigures.Of(f).Propagation(Initializer.Named(rule), depth, NormalizationKind.None).GradientRatio)) is var change && double.IsFinite(change) ? change : double.MaxValue;
        var usual = Change("auto");
        var best = Others.MinBy(Change)!;
        return usual > Harmless && Change(best) < usual - Better ? best : "auto";
    }

    private static bool IsSelfNormalising(Moments moments) => Math.Abs(moments.Mean) < Close && Math.Abs(moments.Square - 1) < Close && moments.SlopeSquare is > 1 and < 1.2;

    /// <summary>Whether f(a·x) = a·f(x) for positive a, as of ReLU and its leaky kin.</summary>
    private static bool Scales(Activation f) => Places.All(x => Math.Abs(f.Of(x) - (Math.Abs(x) * f.Of(Math.Sign(x)))) < Close * Math.Abs(x));
}
