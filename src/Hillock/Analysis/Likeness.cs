using System.Globalization;

namespace Hillock;

/// <summary>How near a function of the catalog comes to another function.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Distance">√E (f(z) − g(z))², z a standard normal.</param>
public readonly record struct Likeness(string Name, double Distance)
{
    private const int Reach = 5;
    private const int PerUnit = 4;

    /// <summary>Where functions are compared. For smooth functions the trapezoidal rule is exact to 10⁻⁵, all that lies beyond ±5.</summary>
    internal static readonly double[] Inputs =
        [.. Enumerable.Range(-Reach * PerUnit, (2 * Reach * PerUnit) + 1).Select(i => i / (double)PerUnit)];

    /// <summary>The values of the catalog's functions: to compute them, 160 kernels would have to be compiled.</summary>
    private static readonly Lazy<(string Name, double[] Values)[]> Known = new(() => [.. Lines().Select(Read)]);

    /// <summary>The functions of the catalog, with their default parameters, that come nearest, the nearest first, and without f itself.</summary>
    /// <param name="f">The function.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<Likeness> Nearest(Activation f, int count)
    {
        ArgumentNullException.ThrowIfNull(f);
        var mine = f.Values(Inputs);
        return
        [
            .. Known.Value
                .Where(known => known.Name != f.Name)
                .Select(known => new Likeness(known.Name, Between(mine, known.Values)))
                .Where(likeness => double.IsFinite(likeness.Distance))
                .OrderBy(likeness => likeness.Distance)
                .Take(count),
        ];
    }

    /// <summary>The file of values: a line for each function.</summary>
    internal static string File() => string.Concat(Catalog.Functions.Select(function =>
        $"{function.Name} {string.Join(' ', function.Create().Values(Inputs).Select(y => ((float)y).ToString("R", CultureInfo.InvariantCulture)))}\n"));

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(Likeness).Assembly.GetManifestResourceStream("Hillock.Analysis.values.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static (string Name, double[] Values) Read(string line)
    {
        var words = line.Split(' ');
        return (words[0], [.. words[1..].Select(word => double.Parse(word, CultureInfo.InvariantCulture))]);
    }

    private static double Between(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < Inputs.Length; i++)
        {
            var difference = left[i] - right[i];
            sum += Math.Exp(-Inputs[i] * Inputs[i] / 2) * difference * difference;
        }

        return Math.Sqrt(sum / (PerUnit * Math.Sqrt(2 * Math.PI)));
    }
}
