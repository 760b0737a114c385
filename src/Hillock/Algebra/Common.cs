namespace Hillock;

/// <summary>A tail as the multiple of something positive that decays: σ(x) + x·σ′(x) is σ(x) times a sum whose sign can be told.</summary>
/// <param name="Factor">Which something; another object for each.</param>
/// <param name="Of">What it is multiplied by.</param>
internal sealed record Common(object Factor, Tail Of)
{
    /// <summary>A new something.</summary>
    public static Common New(Tail of) => new(new(), of);

    /// <summary>A sum of multiples of the same.</summary>
    public static Common? Sum(Tail left, Tail right) =>
        left.IsZero ? right.Multiple
        : right.IsZero ? left.Multiple
        : left.Multiple is { } a && right.Multiple is { } b && a.Factor == b.Factor ? a with { Of = a.Of + b.Of }
        : null;
}
