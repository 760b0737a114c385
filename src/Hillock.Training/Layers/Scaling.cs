using System.Numerics;

namespace Hillock.Training;

/// <summary>Numbers times one number.</summary>
internal static class Scaling
{
    /// <summary>y = x·factor, in place or not.</summary>
    public static void Of(ReadOnlySpan<float> x, float factor, Span<float> y)
    {
        var i = 0;
        for (; i <= y.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(x[i..]) * factor).CopyTo(y[i..]);
        }
        for (; i < y.Length; i++)
        {
            y[i] = x[i] * factor;
        }
    }
}
