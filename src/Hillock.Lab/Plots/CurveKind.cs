namespace Hillock.Lab;

/// <summary>One of the curves of a function: its values, slopes or curvatures.</summary>
public sealed class CurveKind
{
    private readonly Action<Activation, double[], double[]> over;

    private CurveKind(string primes, Action<Activation, double[], double[]> over) => (Primes, this.over) = (primes, over);

    /// <summary>f.</summary>
    public static CurveKind Value { get; } = new("", static (f, x, y) => f.Forward(x, y));

    /// <summary>f′.</summary>
    public static CurveKind Slope { get; } = new("′", static (f, x, y) => f.Backward(x, [.. x.Select(_ => 1.0)], y));

    /// <summary>f″.</summary>
    public static CurveKind Curvature { get; } = new("″", static (f, x, y) => x.Select(f.Curvature).ToArray().CopyTo(y, 0));

    /// <summary>What stands after the function's name.</summary>
    public string Primes { get; }

    /// <summary>The curve at some places.</summary>
    internal double[] Of(Activation f, params double[] x)
    {
        var y = new double[x.Length];
        over(f, x, y);
        return y;
    }
}
