namespace Hillock;

/// <summary>One of the curves of a function, with how it changes: the values with the slope, or the slopes with the curvature.</summary>
/// <param name="Of">Bounds of the curve from those of the function.</param>
/// <param name="Rate">Bounds of its derivative.</param>
/// <param name="Finest">What is narrower than this share of x, or of 1, is not halved again.</param>
internal sealed record Curve(Func<Jet, Interval> Of, Func<Jet, Interval> Rate, double Finest)
{
    /// <summary>f with f′.</summary>
    public static Curve Values { get; } = new(static jet => jet.Value, static jet => jet.Slope, 1.0 / (1L << 36));

    /// <summary>f′ with f″, whose bounds are as written and so come near more slowly.</summary>
    public static Curve Slopes { get; } = new(static jet => jet.Slope, static jet => jet.Curvature, 1.0 / (1L << 24));
}

/// <summary>An interval and what is known of the curve there.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Direction">Which way the curve goes; <c>null</c> where that is open.</param>
/// <param name="IsSeam">Whether it is open because two expressions meet.</param>
/// <param name="Values">Bounds of the curve where the direction is open.</param>
internal readonly record struct Segment(double Low, double High, Direction? Direction, bool IsSeam, Interval Values);
