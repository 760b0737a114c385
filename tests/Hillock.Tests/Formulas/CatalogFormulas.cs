using System.Runtime.InteropServices;

namespace Hillock.Tests;

/// <summary>The formulas of shared/reference/catalog.csv, typed as text, against the built-in functions.</summary>
public class CatalogFormulas
{
    private static readonly Dictionary<string, string[]> All = File.ReadLines(SharedFolder.Path("reference/catalog.csv")).Skip(1)
        .Select(Cells).ToDictionary(cells => cells[0]);

    public static TheoryData<string> Names { get; } = [.. All.Keys];

    [Fact]
    public void There_are_eighty_six_or_more() => All.Count.ShouldBeGreaterThanOrEqualTo(83);

    [Theory]
    [MemberData(nameof(Names))]
    public void Typed_as_text_they_have_the_values_of_the_built_in_functions(string name)
    {
        var typed = Formula.Parse(TextOf(name)).Create();
        var builtIn = BuiltIn(name);
        float[] x = [.. Golden.Of(name).Select(row => row.X)], y = new float[x.Length], expected = new float[x.Length];
        typed.Forward(x, y);
        builtIn.Forward(x, expected);
        for (var i = 0; i < x.Length; i++)
        {
            Ulp.OfSingle(y[i], expected[i]).ShouldBeLessThanOrEqualTo(2, $"{name}({x[i]:R}): {y[i]:R} typed, {expected[i]:R} built in");
        }
    }

    /// <summary>The formula with its parameters: x * sigmoid(beta * x); beta=1.</summary>
    internal static string TextOf(string name) => string.Join("; ", [All[name][3], .. All[name][2].Split(';', StringSplitOptions.RemoveEmptyEntries)]);

    private static Activation BuiltIn(string name) => EveryFunction.Named(name).Create();

    private static string[] Cells(string line)
    {
        var quoted = line.Split('"');
        var cells = quoted.Length == 1 ? line.Split(',') : [.. quoted[0][..^1].Split(','), quoted[1], .. quoted[2][1..].Split(',')];
        cells.Length.ShouldBe(6, line);
        return cells;
    }
}
