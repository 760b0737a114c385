using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hillock.Web;

/// <summary>Functions to be drawn over each other: what the address of the page says.</summary>
/// <param name="Functions">Each once, in the order they were added.</param>
/// <param name="IsSlope">Whether slopes are drawn, not values.</param>
/// <param name="Range">The inputs; <c>null</c> for those that show what matters.</param>
/// <param name="Problem">What is wrong with what was added; empty for nothing.</param>
internal sealed record Compared(IReadOnlyList<Activation> Functions, bool IsSlope, PlotRange? Range, string Problem)
{
    /// <summary>How many can be told apart.</summary>
    public const int Most = 12;

    private const string Path = "/functions/compare";

    /// <summary>The range as it is typed.</summary>
    public string RangeText => Range is { } range ? FormattableString.Invariant($"{range.Low}:{range.High}") : "";

    /// <summary>Reads the address. What cannot be read is left out, and said.</summary>
    public static Compared Of(IQueryCollection query)
    {
        var functions = new List<Activation>();
        var problem = "";
        foreach (var text in query["f"].Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            if (functions.Count == Most)
            {
                problem = $"{Most} functions are the most that can be told apart; remove one first.";
                break;
            }
            problem = Tried(() =>
            {
                var f = Asked.Parse(text!);
                if (!functions.Any(other => other.Name == f.Name))
                {
                    functions.Add(Code.CanWrite(f) ? f : throw new HillockException($"{Shown.Plain(f.Name)} is too long to be drawn with others."));
                }
            }) ?? problem;
        }
        PlotRange? range = null;
        problem = Tried(() => range = Asked.RangeOf(query["x"].ToString().Trim())) ?? problem;
        return new(functions, query["curve"] == "slope", range, problem);
    }

    /// <summary>The address of the page without a function.</summary>
    public string Without(Activation left)
    {
        var query = new QueryBuilder();
        foreach (var f in Functions.Where(f => f != left))
        {
            query.Add("f", f.Name);
        }
        if (IsSlope)
        {
            query.Add("curve", "slope");
        }
        if (Range is not null)
        {
            query.Add("x", RangeText);
        }
        return Path + query;
    }

    /// <summary>What the script needs, as JSON that may stand within a page.</summary>
    public override string ToString()
    {
        var plot = Plot.Of(Functions, [IsSlope ? CurveKind.Slope : CurveKind.Value], Range);
        return JsonSerializer.Serialize(
            new
            {
                Functions = Functions.Select(f => new { f.Name, Module = CurveData.ModuleOf(f), f.Values }),
                IsSlope,
                plot.X,
                plot.Y,
                Breaks = plot.Marks.Select(mark => mark.At.X).Distinct().Order(),
            },
            JsonSerializerOptions.Web);
    }

    private static string? Tried(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (HillockException e)
        {
            return e.Message;
        }
    }
}
