namespace Hillock;

/// <summary>Whether a function is odd or even.</summary>
internal static class Mirror
{
    private static readonly double[] Places = [0.25, 0.75, 1.5, 3, 7];

    /// <summary>By rewriting f(−x) where that shows it; denied where f(x) ± f(−x) is certainly not 0 somewhere.</summary>
    public static Parity Of(Enclosure f)
    {
        var (right, left) = f.Mirror();
        var atZero = f.Over(0).Value;
        var isOdd = right.Is(-left) && atZero is { Low: 0, High: 0 };
        return isOdd ? Parity.Odd
            : right.Is(left) ? Parity.Even
            : Places.Any(x => !(f.Over(x).Value - f.Over(-x).Value).Contains(0)) && (!atZero.Contains(0) || Places.Any(x => !(f.Over(x).Value + f.Over(-x).Value).Contains(0))) ? Parity.Neither
            : Parity.Open;
    }
}
