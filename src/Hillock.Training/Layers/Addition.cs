using System.Numerics;

namespace Hillock.Training;

/// <summary>Numbers added to numbers.</summary>
internal static class Addition
{
    /// <summary>sum = a + b, in place or not.</summary>
    public static void Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> sum)
    {
        var i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(a[i..]) + new Vector<float>(b[i..])).CopyTo(sum[i..]);
        }
        for (; i < sum.Length; i++)
        {
            sum[i] = a[i] + b[i];
        }
    }
}
