using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>What functions are judged by: each criterion says of a candidate what speaks for or against it, or nothing.</summary>
internal static class Criteria
{
    /// <summary>What makes a function of no use, whatever else speaks for it.</summary>
    public const double Useless = -20;

    private const string MeanField = "Schoenholz et al. 2017, arXiv:1611.01232";

    /// <summary>What speaks for and against a candidate, the weightiest first; of one that is of no use only why.</summary>
    public static IReadOnlyList<Reason> Judge(Question question, Candidate candidate)
    {
        Reason[] useless = [.. Usefulness(candidate.Activation)];
        return useless.Length > 0 ? useless : [.. All.SelectMany(criterion => criterion(question, candidate)).OrderByDescending(reason => Math.Abs(reason.Points))];
    }

    private static IReadOnlyList<Func<Question, Candidate, IEnumerable<Reason>>> All { get; } =
        [Practice, Gradients, Stability, Edge, Dying, Shift, Recurrence, Curvature, SelfNormalising, Overflow, Cost];

    private static IEnumerable<Reason> Usefulness(Activation f)
    {
        var slope = Slopes.KindOf(f);
        if (slope == SlopeKind.None)
        {
            yield return new(Useless, "its slope is 0 everywhere: nothing before it is trained by gradients", "");
        }
        else if (slope == SlopeKind.Same)
        {
            yield return new(Useless, "it is linear: any number of such layers is one layer", "");
        }
        if (FunctionFigures.Of(f).WithoutValue is { } x)
        {
            yield return new(Useless, Invariant($"it has no value for some x, as for {x:G3}"), "");
        }
    }

    private static IEnumerable<Reason> Practice(Question question, Candidate candidate)
    {
        var rows = PracticeTable.Rows.Where(row => row.Activation.Length > 0 && row.Fits(question) && Catalog.Parse(row.Activation).Name == candidate.Name);
        return rows.OrderByDescending(row => row.Points).Select((row, i) => new Reason(i == 0 ? row.Points : 0, row.Setting, row.Source));
    }

    /// <summary>A factor of 3 is nothing to an optimizer that scales its steps, a factor of 1000 is.</summary>
    private static IEnumerable<Reason> Gradients(Question question, Candidate candidate)
    {
        if (question.Network.CarriedBy.Length > 0)
        {
            yield break;
        }
        const double Harmless = 0.5, Most = 4;
        var ratio = candidate.Propagation.GradientRatio;
        var decades = Math.Abs(Math.Log10(ratio)) is var d && double.IsFinite(d) ? d : double.MaxValue;
        yield return new(
            decades <= Harmless ? 1 : Math.Max(-Most, 1 - ((decades - Harmless) * 1.5)),
            decades <= Harmless ? Invariant($"gradients keep their size over {question.Depth} layers (×{ratio:G2})")
                : Invariant($"gradients {(ratio < 1 ? "shrink" : "grow")} over {question.Depth} layers (×{ratio:G2})"),
            question.Normalization.Holds is null ? MeanField : question.Normalization.Source);
    }

    /// <summary>A network of finite width is always a little off; where that grows from layer to layer, the last ones get no signal of the size they were made for.</summary>
    private static IEnumerable<Reason> Stability(Question question, Candidate candidate)
    {
        const double Notable = 1, Weight = 0.25, Most = 1;
        var decades = question.Depth * Math.Log10(candidate.Propagation.Stability);
        if (question.IsBare && decades > Notable)
        {
            yield return new(
                -Math.Min(Most, Weight * decades),
                Invariant($"the size of signals is not stable: what is a little off is ×{candidate.Propagation.Stability:0.###} farther off after each layer"),
                "Roberts, Yaida and Hanin 2021, arXiv:2106.10165");
        }
    }

    private static IEnumerable<Reason> Edge(Question question, Candidate candidate)
    {
        const int Deep = 20;
        if (question.IsBare && question.Depth >= Deep && candidate.Critical is null)
        {
            yield return new(-1, "no variances of weights and biases keep gradients: there is no edge of chaos", "Hayou, Doucet and Rousseau 2019, arXiv:1902.06853");
        }
    }

    private static IEnumerable<Reason> Dying(Question question, Candidate candidate)
    {
        const double Notable = 0.01, Half = 0.25;
        if (question.Network.CarriedBy.Length == 0 && candidate.BornDead >= Notable)
        {
            yield return new(
                -4 * candidate.BornDead, Invariant($"born dead with a chance of {100 * candidate.BornDead:0.##} %: {question.Depth} layers of {question.Width} are narrow for it"),
                "Lu et al. 2019, arXiv:1903.06733");
        }
        if (candidate.Inactive >= Half)
        {
            yield return new(-0.3, "units can die: no slope for half of all inputs", "Lu et al. 2019, arXiv:1903.06733");
        }
    }

    private static IEnumerable<Reason> Shift(Question question, Candidate candidate)
    {
        const double Notable = 0.2;
        if (question.IsBare && candidate.Shift is var share && share >= Notable)
        {
            yield return new(-share, Invariant($"outputs are not centred: {100 * share:0} % of their square is their mean"), "LeCun, Bottou, Orr and Müller 1998, Efficient BackProp");
        }
    }

    private static IEnumerable<Reason> Recurrence(Question question, Candidate candidate)
    {
        if (question.Network.Repeats && !candidate.IsBounded)
        {
            yield return new(-3, "without a bound: what is fed back step by step can grow without end", "Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735");
        }
    }

    private static IEnumerable<Reason> Curvature(Question question, Candidate candidate)
    {
        if (question.Network.NeedsCurvature && Enumerable.Range(-40, 81).All(i => candidate.Activation.Curvature((i / 10.0) + 0.0137) == 0))
        {
            yield return new(-5, "no second derivative: the network cannot hold what is asked of its derivatives", "Sitzmann et al. 2020, arXiv:2006.09661");
        }
    }

    private static IEnumerable<Reason> SelfNormalising(Question question, Candidate candidate)
    {
        if (candidate.Initialisation.Rule == "lecun" && question.Network.CarriedBy.Length == 0)
        {
            yield return question.Normalization.Holds is null
                ? new(1, "self-normalising: mean 0 and variance 1 attract what is near them", "Klambauer et al. 2017, arXiv:1706.02515")
                : new(-1, $"it normalises by itself, and {question.Normalization.Name} takes that away", "Klambauer et al. 2017, arXiv:1706.02515");
        }
    }

    private static IEnumerable<Reason> Overflow(Question question, Candidate candidate)
    {
        // A unit in a million of a layer is 5 deviations out; training makes pre-activations several times as large.
        const double Far = 50;
        if (candidate.Lost.OverflowsFrom < Far * Math.Sqrt(Math.Max(1, candidate.Propagation.Variances.Max())))
        {
            yield return new(-2, Invariant($"overflows in {question.Precision.Name} from |x| = {candidate.Lost.OverflowsFrom:G3} on"), "");
        }
    }

    private static IEnumerable<Reason> Cost(Question question, Candidate candidate)
    {
        if (candidate.Cost is not { } cost || question.Device.Dearness == 0)
        {
            yield break;
        }
        yield return cost.IsAlgebraic
            ? new(question.Device.Dearness, "cheap: no exponential in it", "")
            : new(-question.Device.Dearness * cost.Primitives, Invariant($"{cost.Primitives} exponential{(cost.Primitives == 1 ? "" : "s")} or the like for each number"), "");
    }
}
