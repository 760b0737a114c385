using System.CommandLine;

namespace Hillock.Cli;

/// <summary><c>hillock show FUNCTION</c>: all that is known of one function.</summary>
internal static class ShowCommand
{
    private const int LabelWidth = 15;

    public static Command Create()
    {
        var name = new Argument<string>("FUNCTION") { HelpName = "FUNCTION", Description = "A name, with parameters if you like, or a formula: leaky_relu(alpha=0.2), \"x * tanh(exp(x))\"." };
        name.CompletionSources.Add(FunctionNames.All);
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var format = new Option<string?>("--format") { Description = $"Only the function and its slope as code: {string.Join(", ", Notation.All)}.", HelpName = "FORMAT" };
        format.CompletionSources.Add([.. Notation.All.Select(n => n.Name)]);
        var asWritten = AsWritten.Option();
        var command = new Command("show", "Show formula, slope, range, properties and advice.") { name, json, format, asWritten };
        command.SetAction(result => result.GetValue(format) is { } notation
            ? Write(Notation.Find(notation), result.GetRequiredValue(name), result.GetValue(json), result.GetValue(asWritten))
            : Run(result.GetRequiredValue(name), result.GetValue(json), result.GetValue(asWritten)));
        return command;
    }

    private static int Write(Notation notation, string name, bool json, bool asWritten)
    {
        if (json)
        {
            throw new HillockException("--json describes a function and --format writes it as code; give one of the two.");
        }

        if (Catalog.IsOfRows(name))
        {
            throw new HillockException($"{Shown.Plain(name)} works on whole rows; --format writes functions that work element by element, for example gelu.");
        }

        Console.Out.Write(notation.Write(Catalog.Parse(name, asWritten)));
        return ExitCode.Done;
    }

    private static int Run(string name, bool json, bool asWritten)
    {
        var rows = Catalog.IsOfRows(name) ? Catalog.ParseRows(name) : null;
        var activation = rows is null ? Catalog.Parse(name, asWritten) : null;
        var page = FunctionPage.Of((Entry?)rows?.Function ?? activation!.Function!, activation, rows?.Name);
        if (json)
        {
            Json.Write(Console.Out, page, JsonDocuments.Readable.FunctionPage);
        }
        else
        {
            Write(page);
        }

        return ExitCode.Done;
    }

    private static void Write(FunctionPage page)
    {
        Line(page.Name, page.Formula);
        Write(page.Source);
        Line("slope", page.Slope);
        foreach (var p in page.Parameters)
        {
            Line(p.Name, $"{InsightReport.Exact(p.Default)} unless given{Bounds(p)}");
        }

        Line("family", page.Family + (page.Origin.Length > 0 ? $"; {page.Origin}" : ""));
        Line("also called", string.Join(", ", page.Aliases));
        Line("elsewhere", string.Join(", ", page.Elsewhere.Select(n => $"{n.Framework} {n.Name}")));
        Line("beware", page.Difference);
        Line("surrogates", string.Join(", ", page.Surrogates));
        Line("range", page.Range);
        if (page.Properties is { } properties)
        {
            var isDefined = page.Insight!.Undefined.Count == 0;
            Line("properties", Properties(properties, isDefined));
            Line("standard normal", isDefined ? InsightReport.Expected(properties.Moments) : "");
            Line("cost", InsightReport.Counted(page.Cost!.Value));
        }

        foreach (var (label, text) in page.Insight is { } insight ? InsightReport.Lines(insight) : [])
        {
            Line(label, text);
        }

        Line("looked for", page.Insight is { Undefined.Count: 0 } ? InsightReport.Near0 : "");
        Console.Out.WriteLine();
        Line("used", page.Facts.Use);
        Line("strengths", page.Facts.Strengths);
        Line("weaknesses", page.Facts.Weaknesses);
        Line("avoid", page.Facts.Avoid);
    }

    private static void Write(SourceLines? source)
    {
        if (source is null)
        {
            return;
        }

        Line("as written", source.AsWritten);
        foreach (var rewriting in source.Rewritings)
        {
            Line("rewritten", $"{rewriting.From} as {rewriting.To}: {rewriting.Why}");
        }

        Line("known as", source.Same);
        Line("not finite", string.Join(", ", source.Gaps.Select(gap => InsightReport.Signed(FormattableString.Invariant($"from {gap.From:G3} to {gap.To:G3}")))));
        Line("kernels", source.IsCompiled ? "" : "interpreted, not compiled: code cannot be made at run time here");
    }

    private static string Properties(Portrait p, bool isDefined)
    {
        string[] manners = isDefined
            ? [p.Monotone ? "monotone" : "not monotone", p.Bounded ? "bounded" : "unbounded", p.ZeroCentred ? "zero-centred" : "not zero-centred"]
            : [];
        var values = new[] { ("−∞", p.Low), ("0", p.AtZero), ("∞", p.High) }.Where(value => isDefined || !double.IsNaN(value.Item2));
        return string.Join(", ", manners.Concat(values.Select(value => $"f({value.Item1}) = {InsightReport.Short(value.Item2)}")));
    }

    private static string Bounds(Parameter p) =>
        (p.Least, p.Most) == (double.MinValue, double.MaxValue) ? "" : $", between {InsightReport.Exact(p.Least)} and {InsightReport.Exact(p.Most)}";

    private static void Line(string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Console.Out.WriteLine(label.PadRight(LabelWidth) + "  " + text);
        }
    }
}
