namespace Hillock;

// Conditions are 1, 0, or the interval between where the bounds leave both open.
public readonly partial record struct Interval
{
    private static Interval Undecided => new(0, 1, isBroken: false);

    /// <inheritdoc/>
    public static Interval operator >(Interval left, Interval right) =>
        left.Low > right.High ? 1 : left.High <= right.Low ? 0 : Undecided;

    /// <inheritdoc/>
    public static Interval operator <(Interval left, Interval right) => right > left;

    /// <summary>The branch that is taken; where that is open, the smallest interval with both.</summary>
    public static Interval Where(Interval condition, Interval whenTrue, Interval whenFalse)
    {
        var hull = Hull(whenTrue, whenFalse);
        return condition.Low == 1 ? whenTrue : condition.High == 0 ? whenFalse : new(hull.Low, hull.High, isBroken: true);
    }

    /// <summary>Both are one value, so it lies in both; where the condition is open, or a number stands for all that no format tells from it, in the written one.</summary>
    public static Interval Prefer(Interval condition, Interval better, Interval written) =>
        condition.Low == 1 && TryIntersect(better, written, out var both) ? both : written;

    /// <inheritdoc/>
    public static Interval Surrogate(Interval value, Interval smooth) => new(value.Low, value.High, isBroken: true);

    /// <inheritdoc/>
    public static Interval Max(Interval x, Interval otherwise) =>
        new(Math.Max(x.Low, otherwise.Low), Math.Max(x.High, otherwise.High), IsOpen(x, otherwise) || (x.Low > otherwise.High ? x : otherwise).IsBroken);

    /// <inheritdoc/>
    public static Interval Min(Interval x, Interval otherwise) => -Max(-x, -otherwise);

    /// <inheritdoc/>
    public static Interval Abs(Interval x) =>
        x.Low >= 0 ? x : x.High <= 0 ? -x : new(0, Math.Max(-x.Low, x.High), isBroken: true);

    /// <inheritdoc/>
    public static Interval Hypotenuse(Interval x, Interval square)
    {
        // The root is smooth where |x| is not.
        var magnitude = Magnitude(x);
        var root = Sqrt((magnitude * magnitude) + square);
        return double.IsInfinity(root.High) && !double.IsInfinity(magnitude.High) ? Hull(magnitude, magnitude + Sqrt(square)) : root;
    }

    private static bool IsOpen(Interval left, Interval right) => left.Low <= right.High && left.High > right.Low;

    /// <summary>|x| for even functions, which do not bend at 0.</summary>
    private static Interval Magnitude(Interval x)
    {
        var magnitude = Abs(x);
        return new(magnitude.Low, magnitude.High, x.IsBroken);
    }
}
