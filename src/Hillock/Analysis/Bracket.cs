using System.Globalization;

namespace Hillock;

/// <summary>A number that is proved to lie between two others: a root, an extreme, a limit. It may be infinite.</summary>
/// <param name="Low">It is not below this.</param>
/// <param name="High">It is not above this.</param>
public readonly record struct Bracket(double Low, double High)
{
    /// <summary>What is not known to exist.</summary>
    public static Bracket None { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether there is such a number.</summary>
    public bool Exists => Low <= High;

    /// <summary>The number as well as it is known: the bound itself where both are one.</summary>
    public double Value => Low == High ? Low : (0.5 * Low) + (0.5 * High);

    /// <summary>How far apart the bounds are.</summary>
    public double Width => Low == High ? 0 : High - Low;

    /// <summary>Whether it may be that number.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The bounds as <c>[low, high]</c>, one number where they are the same.</summary>
    public override string ToString() =>
        Low == High ? Low.ToString("R", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"[{Low:R}, {High:R}]");

    internal static Bracket Of(Interval x) => new(x.Low, x.High);

    /// <summary>The greater of two numbers.</summary>
    internal static Bracket Max(Bracket a, Bracket b) => new(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High));

    /// <summary>The lesser of two numbers.</summary>
    internal static Bracket Min(Bracket a, Bracket b) => new(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High));

    /// <summary>The size of a number.</summary>
    internal static Bracket Abs(Bracket a) => new(Math.Max(0, Math.Max(a.Low, -a.High)), Math.Max(-a.Low, a.High));
}
