namespace Hillock;

/// <summary>The bounds that intervals are made of: the next double below or above, where a result is not exact.</summary>
/// <remarks>
/// What rounding took from a sum, product, quotient or root is known exactly by its sign (Dekker 1971, doi:10.1007/BF01397083), so
/// exact results stay exact. Bounds are of finite reals: 0 times an infinite bound is 0, and no lower bound is ∞.
/// </remarks>
internal static class Outward
{
    // Below it, what rounding took may itself be lost.
    private const double Tiny = 1e-290;

    /// <summary>Four units in the last place, the kernels' greatest error in double precision (design, section 2), and a little where numbers end.</summary>
    private const double KernelError = 1.0 / (1L << 50);
    private const double LeastError = 64 * double.Epsilon;

    /// <summary>Below a + b.</summary>
    public static double SumBelow(double a, double b)
    {
        var sum = a + b;
        return Below(sum, Taken(a, b, sum));
    }

    /// <summary>Above a + b.</summary>
    public static double SumAbove(double a, double b) => -SumBelow(-a, -b);

    /// <summary>Below a·b.</summary>
    public static double ProductBelow(double a, double b)
    {
        var product = a * b;
        return a == 0 || b == 0 ? 0
            : Math.Abs(product) < Tiny ? TinyBelow(product, a, b)
            : Below(product, Math.FusedMultiplyAdd(a, b, -product));
    }

    /// <summary>Above a·b.</summary>
    public static double ProductAbove(double a, double b) => -ProductBelow(-a, b);

    /// <summary>Below a/b, where b is not 0.</summary>
    public static double QuotientBelow(double a, double b)
    {
        var quotient = a / b;
        return a == 0 || double.IsInfinity(b) ? 0
            : Math.Abs(quotient) < Tiny || Math.Abs(a) < Tiny ? TinyBelow(quotient, a, b)
            : Below(quotient, Math.FusedMultiplyAdd(-quotient, b, a) * Math.Sign(b));
    }

    /// <summary>Above a/b, where b is not 0.</summary>
    public static double QuotientAbove(double a, double b) => -QuotientBelow(-a, b);

    /// <summary>Below √x.</summary>
    public static double RootBelow(double x)
    {
        var root = Math.Sqrt(x);
        return x == 0 ? 0 : Below(root, x < Tiny ? -1 : Math.FusedMultiplyAdd(-root, root, x));
    }

    /// <summary>Above √x.</summary>
    public static double RootAbove(double x)
    {
        var root = Math.Sqrt(x);
        return x == 0 ? 0 : Above(root, x < Tiny ? 1 : Math.FusedMultiplyAdd(-root, root, x));
    }

    /// <summary>Below what a kernel computed.</summary>
    public static double KernelBelow(double y) =>
        double.IsNegativeInfinity(y) ? y : Math.BitDecrement(y - (Math.Min(Math.Abs(y), double.MaxValue) * KernelError) - LeastError);

    /// <summary>Above what a kernel computed.</summary>
    public static double KernelAbove(double y) => -KernelBelow(-y);

    /// <summary>The result, or the double below it where rounding took something negative: <paramref name="taken"/> is the truth less the result.</summary>
    private static double Below(double result, double taken) =>
        taken >= 0 && result != double.PositiveInfinity ? result : double.IsNaN(result) ? double.NegativeInfinity : Math.BitDecrement(result);

    /// <summary>The double below a product or quotient, but not below 0 where both signs are the same.</summary>
    private static double TinyBelow(double result, double a, double b) =>
        Math.Max(Math.Sign(a) == Math.Sign(b) ? 0 : double.NegativeInfinity, Math.BitDecrement(result));

    private static double Above(double result, double taken) => -Below(-result, -taken);

    private static double Taken(double a, double b, double sum)
    {
        var shadow = sum - a;
        return a - (sum - shadow) + (b - shadow);
    }
}
