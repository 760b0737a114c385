using System.CommandLine;
using System.Globalization;

namespace Hillock.Cli;

/// <summary>A format for <c>hillock eval</c>: how its numbers are read, computed with and written.</summary>
/// <param name="Name">As after <c>--dtype</c>.</param>
/// <param name="Round">The nearest number of the format.</param>
/// <param name="Text">The shortest text that reads back as the same number.</param>
internal sealed record NumberFormat(string Name, Func<double, double> Round, Func<double, string> Text)
{
    private const int BFloat16Bits = 8;
    private const int LeastBFloat16Exponent = -126;
    private const double BeyondBFloat16 = 3.402823669209385e38;

    public static IReadOnlyList<NumberFormat> All { get; } =
    [
        new("float32", x => (float)x, x => ((float)x).ToString("R", CultureInfo.InvariantCulture)),
        new("float64", x => x, x => x.ToString("R", CultureInfo.InvariantCulture)),
        new("float16", x => (double)(Half)x, x => ((Half)x).ToString("R", CultureInfo.InvariantCulture)),
        new("bfloat16", ToBFloat16, ShortestBFloat16),
    ];

    /// <summary>The format of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static NumberFormat Named(string name) => All.FirstOrDefault(f => f.Name == name)
        ?? throw new HillockException(
            $"--dtype {Shown.Quoted(name)} is none of {string.Join(", ", All.Select(f => f.Name))}{Nearest.DidYouMean(name, All.Select(f => f.Name))}");

    /// <summary>The option <c>--dtype</c>; the first format unless told.</summary>
    public static Option<string> Option()
    {
        var names = All.Select(f => f.Name).ToArray();
        var option = new Option<string>("--dtype")
        {
            Description = "The number format.",
            DefaultValueFactory = _ => names[0],
            HelpName = string.Join('|', names),
        };
        option.CompletionSources.Add(names);
        return option;
    }

    /// <summary>f(x), or f′(x), as text; x is rounded to the format first.</summary>
    public string Evaluate(Activation f, bool slope, double x)
    {
        var y = Name == "float32" ? OfSingle(f, slope, (float)x)
            : slope ? f.Slope(Round(x))
            : f.Of(Round(x));
        var rounded = Round(y);
        return double.IsNaN(rounded) ? "nan"
            : double.IsInfinity(rounded) ? (rounded > 0 ? "inf" : "-inf")
            : Text(rounded);
    }

    /// <summary>The float32 kernel itself, so that its accuracy can be looked at.</summary>
    private static float OfSingle(Activation f, bool slope, float x)
    {
        float y = 0, one = 1;
        if (slope)
        {
            f.Backward(new ReadOnlySpan<float>(in x), new(in one), new(ref y));
        }
        else
        {
            f.Forward(new ReadOnlySpan<float>(in x), new(ref y));
        }

        return y;
    }

    /// <summary>To 8 significant bits, ties to even, with the exponents of float32.</summary>
    private static double ToBFloat16(double x)
    {
        if (x == 0 || !double.IsFinite(x))
        {
            return x;
        }

        var quantum = Math.ScaleB(1, Math.Max(Math.ILogB(x), LeastBFloat16Exponent) - (BFloat16Bits - 1));
        var rounded = Math.CopySign(Math.Round(x / quantum) * quantum, x);
        return Math.Abs(rounded) < BeyondBFloat16 ? rounded : Math.CopySign(double.PositiveInfinity, x);
    }

    private static string ShortestBFloat16(double x) => Enumerable.Range(1, 9)
        .Select(digits => ((float)x).ToString("G" + digits, CultureInfo.InvariantCulture))
        .First(text => ToBFloat16(double.Parse(text, CultureInfo.InvariantCulture)).Equals(x));
}
