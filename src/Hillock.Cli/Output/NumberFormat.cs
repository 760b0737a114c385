using System.CommandLine;
using System.Globalization;

namespace Hillock.Cli;

/// <summary>A format for <c>hillock eval</c>: how its numbers are read, computed with and written.</summary>
/// <param name="Name">As after <c>--dtype</c>.</param>
/// <param name="Value">f(x), by the kernel of the format, so that its accuracy can be looked at.</param>
/// <param name="Slope">f′(x), likewise.</param>
/// <param name="Text">The shortest text that reads back as the same number.</param>
internal sealed record NumberFormat(
    string Name, Func<Activation, double, double> Value, Func<Activation, double, double> Slope, Func<double, string> Text)
{
    public static IReadOnlyList<NumberFormat> All { get; } =
    [
        new("float32", Forward<float>((f, x, y) => f.Forward(x, y)), Backward<float>((f, x, dy, dx) => f.Backward(x, dy, dx)), Shortest<float>),
        new("float64", Forward<double>((f, x, y) => f.Forward(x, y)), Backward<double>((f, x, dy, dx) => f.Backward(x, dy, dx)), Shortest<double>),
        new("float16", Forward<Half>((f, x, y) => f.Forward(x, y)), Backward<Half>((f, x, dy, dx) => f.Backward(x, dy, dx)), Shortest<Half>),
        new("bfloat16", Forward<BFloat16>((f, x, y) => f.Forward(x, y)), Backward<BFloat16>((f, x, dy, dx) => f.Backward(x, dy, dx)), Shortest<BFloat16>),
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
        var y = (slope ? Slope : Value)(f, x);
        return double.IsNaN(y) ? "nan"
            : double.IsInfinity(y) ? (y > 0 ? "inf" : "-inf")
            : Text(y);
    }

    private static Func<Activation, double, double> Forward<E>(Action<Activation, E[], E[]> forward)
        where E : unmanaged => (f, x) =>
    {
        var y = new E[1];
        forward(f, [Rounded<E>(x)], y);
        return Widened(y[0]);
    };

    private static Func<Activation, double, double> Backward<E>(Action<Activation, E[], E[], E[]> backward)
        where E : unmanaged => (f, x) =>
    {
        var dx = new E[1];
        backward(f, [Rounded<E>(x)], [Rounded<E>(1)], dx);
        return Widened(dx[0]);
    };

    private static E Rounded<E>(double x)
        where E : unmanaged =>
        typeof(E) == typeof(float) ? (E)(object)(float)x
        : typeof(E) == typeof(Half) ? (E)(object)(Half)x
        : typeof(E) == typeof(BFloat16) ? (E)(object)(BFloat16)x
        : (E)(object)x;

    private static double Widened<E>(E x)
        where E : unmanaged => x switch
    {
        float single => single,
        Half half => (double)half,
        BFloat16 bfloat => (float)bfloat,
        _ => (double)(object)x,
    };

    private static string Shortest<E>(double x)
        where E : unmanaged, IFormattable =>
        Rounded<E>(x).ToString(null, CultureInfo.InvariantCulture);
}
