using System.Globalization;

namespace Hillock.Tests;

/// <summary>One row of the 220-digit truths; numbers beyond the range of a double are 0 or infinity.</summary>
public sealed record GoldenRow(float X, double F, double? Slope, double? Curvature);

/// <summary>Truths of f, f′ and f″ from <c>shared/golden/elementwise.csv</c>.</summary>
internal static class Golden
{
    private static readonly Lazy<ILookup<string, GoldenRow>> All = new(() =>
        File.ReadLines(SharedFolder.Path("golden/elementwise.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToLookup(
                cells => cells[0],
                cells => new GoldenRow((float)Number(cells[2])!, (double)Number(cells[3])!, Number(cells[4]), Number(cells[5]))));

    /// <summary>The rows of a function with default parameters.</summary>
    public static IReadOnlyList<GoldenRow> Of(string id)
    {
        var rows = All.Value[id].ToList();
        rows.Count.ShouldBe(180, $"golden rows of {id}");
        return rows;
    }

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
