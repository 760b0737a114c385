using static System.FormattableString;

namespace Hillock.Cli;

/// <summary>What <c>hillock advise</c> says to people.</summary>
internal static class AdviseReport
{
    private const int Width = 100, Shown = 6, Compared = 3;

    // Beyond these digits a mean that is 0 shows what quadrature leaves of it.
    private const int Digits = 12;

    /// <summary>The ranking, and for its first the setup, what to watch, and sources.</summary>
    public static void Write(TextWriter writer, Advice advice)
    {
        var question = advice.Question;
        writer.WriteLine(Invariant($"{question.Task}, {question.Network} of {question.Depth} × {question.Width}, normalization {question.Normalization}, {question.Precision}, {question.Device}"));
        writer.WriteLine();
        var table = new TextTable(Width, ">#", "activation", ">points", "first weights", "why");
        foreach (var (i, ranked) in advice.Ranked.Take(Shown).Index())
        {
            table.Add(Invariant($"{i + 1}"), ranked.Candidate.Name, Points(ranked.Points), ranked.Candidate.Initialisation.Rule, string.Join("; ", ranked.Reasons.Take(3).Select(Signed)));
        }
        table.Write(writer);
        if (advice.Ranked.Count > Shown)
        {
            Indented(writer, $"and {string.Join(", ", advice.Ranked.Skip(Shown).Select(ranked => ranked.Candidate.Name))}; --explain shows all");
        }
        foreach (var row in advice.AlsoUsual)
        {
            Indented(writer, $"also usual: {row.Form} ({row.Setting})");
        }
        writer.WriteLine();
        Best(writer, advice);
    }

    /// <summary>The numbers for every candidate, and all reasons.</summary>
    public static void Explain(TextWriter writer, Advice advice, IReadOnlyList<double> nanoseconds)
    {
        Heading(writer, "The numbers");
        var signals = new TextTable(
            "activation", "first weights", ">gain", ">q last", ">settles", ">χ₁ last", ">gradients ×", ">depth scale", ">stability", ">born dead");
        var functions = new TextTable(
            "activation", ">E f", ">E f²", ">E f′²", ">critical σ_w²", ">σ_b²", ">rounded from", ">no slope from", ">overflows from", ">ns");
        foreach (var (ranked, ns) in advice.Ranked.Zip(nanoseconds))
        {
            var (one, signal) = (ranked.Candidate, ranked.Candidate.Propagation);
            signals.Add(
                one.Name, one.Initialisation.Rule, Number(signal.Map.Gain.Factor), Number(signal.Variances[^1]), Number(signal.Settled), Number(signal.Chis[^1]),
                Number(signal.GradientRatio), Number(signal.DepthScale), Number(signal.Stability), Number(one.BornDead));
            functions.Add(
                one.Name, Number(Math.Round(one.Moments.Mean, Digits)), Number(one.Moments.Square), Number(one.Moments.SlopeSquare),
                Number(one.Critical?.Weights ?? double.NaN), Number(one.Critical?.Biases ?? double.NaN),
                From(one.Lost.SettlesFrom), From(one.Lost.SlopeVanishesFrom), From(one.Lost.OverflowsFrom), Number(ns));
        }
        signals.Write(writer);
        writer.WriteLine();
        Paragraph.Write(
            writer,
            "In a plain stack of wide dense layers before the first step. q: the variance of what goes into the activation, of the last layer, and where it settles "
            + "with more layers. χ₁: what a layer multiplies the square of gradients by. Gradients: the first layer's as a share of the last's. Depth scale: layers for a "
            + "factor of e, negative where they grow. Stability: what a small deviation of q is multiplied by in a layer. Born dead: the chance that no gradient passes.",
            Width);
        writer.WriteLine();
        functions.Write(writer);
        writer.WriteLine();
        Paragraph.Write(
            writer,
            "E: means over a standard normal. Critical: variances of weights (times fan-in) and biases for which gradients neither vanish nor explode. Rounded, no slope, "
            + $"overflows: from which |x| on in {advice.Question.Precision}. ns: for one number here, float32, one thread.",
            Width);
        foreach (var ranked in advice.Ranked)
        {
            Heading(writer, $"{ranked.Candidate.Name}, {Points(ranked.Points)}");
            foreach (var reason in ranked.Reasons)
            {
                writer.WriteLine($"   {Points(reason.Points),5}  {reason.Text}{(reason.Source.Length > 0 ? $" [{reason.Source}]" : "")}");
            }
        }
    }

    /// <summary>The line that tries it: the first of the ranking beside the next ones.</summary>
    /// <remarks>Where they want different first weights, those that are computed for each.</remarks>
    public static string CommandLine(Advice advice)
    {
        Candidate[] compared = [.. advice.Ranked.Where(ranked => ranked.IsUseful).DefaultIfEmpty(advice.Best).Take(Compared).Select(ranked => ranked.Candidate)];
        var rules = compared.Select(candidate => candidate.Initialisation.Rule).Distinct().ToList();
        return $"hillock compare --data {advice.Question.Network.TrialData} --network \"{advice.Question.Plan}\" --init {(rules is [var rule] ? rule : Initializer.Auto.Name)}"
            + $" --activations \"{string.Join(",", compared.Select(candidate => candidate.Name))}\"";
    }

    private static void Best(TextWriter writer, Advice advice)
    {
        var (best, task) = (advice.Best.Candidate, advice.Question.Task);
        writer.WriteLine($"Setup for {best.Name}");
        Line(writer, "network", advice.Question.Plan);
        Line(writer, "first weights", $"{best.Initialisation.Rule}: {best.Initialisation.What}");
        Line(writer, "output", task.Output == "linear" ? "none: the plain outputs of the last layer" : $"{task.Output}, applied to read the answer");
        Line(writer, "loss", task.Trained.Length > 0 ? $"{task.Loss} ({task.Trained})" : $"{task.Loss} (not among the losses here)");
        Line(writer, "", task.Note);
        Line(writer, "try it", CommandLine(advice));
        Heading(writer, "What to watch (hillock diagnose tells of it)");
        foreach (var point in advice.Watch(advice.Best))
        {
            Indented(writer, $"- {point.Text}");
        }
        if (advice.Question.Precision.Advice.Length > 0)
        {
            Indented(writer, $"- {advice.Question.Precision}: {advice.Question.Precision.Advice}.");
        }
        Heading(writer, "Sources");
        foreach (var source in advice.Sources(advice.Best))
        {
            Indented(writer, $"- {source}");
        }
    }

    private static void Heading(TextWriter writer, string text)
    {
        writer.WriteLine();
        writer.WriteLine(text);
    }

    private static void Line(TextWriter writer, string label, string text)
    {
        const int Labels = 15;
        foreach (var line in label == "try it" ? [text] : Paragraph.Lines(text, Width - Labels - 3))
        {
            writer.WriteLine($"   {label.PadRight(Labels)}{line}");
            label = "";
        }
    }

    private static void Indented(TextWriter writer, string text)
    {
        foreach (var (i, line) in Paragraph.Lines(text, Width - 5).Index())
        {
            writer.WriteLine($"   {(i > 0 ? "  " : "")}{line}");
        }
    }

    private static string Signed(Reason reason) => reason.Points < 0 ? $"but {reason.Text}" : reason.Text;

    private static string Points(double points) => Invariant($"{points:+0.0;−0.0;0.0}");

    private static string From(double x) => double.IsInfinity(x) ? "–" : Number(x);

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "∞" : double.IsNegativeInfinity(value) ? "−∞" : double.IsNaN(value) ? "–"
        : value == 0 ? "0"
        : InsightReport.Signed(Math.Abs(value) is >= 1e-3 and < 1e5 ? Invariant($"{value:0.####}") : Invariant($"{value:0.##e+0}"));
}
