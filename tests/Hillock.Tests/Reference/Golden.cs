using System.Globalization;

namespace Hillock.Tests;

/// <summary>One row of the 220-digit truths; numbers beyond the range of a double are 0 or infinity.</summary>
public sealed record GoldenRow(float X, double F, double? Slope, double? Curvature);

/// <summary>
/// Truths of f, f′ and f″ from <c>shared/golden/elementwise.csv</c> and, for further functions, from the files beside this one.
/// </summary>
internal static class Golden
{
    // Here 1 + tanh cancels more than the 220 digits the file was made with; these are from 900 digits (mpmath, the same formula).
    private static readonly Dictionary<(string Id, float X), GoldenRow> Corrected = new()
    {
        [("gelu_tanh", -19.99336051940918f)] = new(-19.99336051940918f, -6.0201608148185630553e-261, -5.2444444560691545864e-259, -4.5635269e-257),
        [("gelu_tanh", -19.446542739868164f)] = new(-19.446542739868164f, -8.2551530004454104861e-241, -6.810226810183349658e-239, -5.6113356e-237),
        [("gelu_tanh", -19.387847900390625f)] = new(-19.387847900390625f, -1.0313618356695556565e-238, -8.4580526095323471435e-237, -6.9277658e-235),
    };

    private static readonly Lazy<ILookup<string, GoldenRow>> All = new(() =>
        Directory.EnumerateFiles(Repository.Path("tests/Hillock.Tests/Reference"), "*.csv").Order(StringComparer.Ordinal)
            .Append(SharedFolder.Path("golden/elementwise.csv"))
            .SelectMany(path => File.ReadLines(path).Skip(1))
            .Select(line => line.Split(','))
            .ToLookup(
                cells => cells[0],
                cells => new GoldenRow((float)Number(cells[2])!, (double)Number(cells[3])!, Number(cells[4]), Number(cells[5]))));

    /// <summary>The rows of a function with default parameters; those of the files beside this one win.</summary>
    public static IReadOnlyList<GoldenRow> Of(string id)
    {
        var rows = All.Value[id].DistinctBy(row => row.X).Select(row => Corrected.GetValueOrDefault((id, row.X), row)).ToList();
        rows.Count.ShouldBeGreaterThan(60, $"golden rows of {id}");
        return rows;
    }

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
