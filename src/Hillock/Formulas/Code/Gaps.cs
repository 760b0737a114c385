namespace Hillock.Formulas;

/// <summary>Finds where a formula's results are not finite though they should be.</summary>
internal static class Gaps
{
    private const int PerOctave = 4, Least = -149, Most = 127;

    /// <summary>Ranges of float32 inputs between which all inputs tried gave NaN or infinity, in value or slope, where the truth is finite.</summary>
    public static IReadOnlyList<Gap> Of(Activation f)
    {
        float[] positive = [.. Enumerable.Range(0, (Most - Least) * PerOctave).Select(i => (float)Math.Pow(2, Least + ((double)i / PerOctave))).Distinct()];
        float[] x = [.. positive.Reverse().Select(v => -v), 0, .. positive];
        float[] y = new float[x.Length], dx = new float[x.Length];
        f.Forward(x, y);
        f.Backward(x, [.. x.Select(_ => 1f)], dx);
        List<Gap> gaps = [];
        for (var i = 0; i < x.Length; i++)
        {
            var start = i;
            while (i < x.Length && !(float.IsFinite(y[i]) && float.IsFinite(dx[i])))
            {
                i++;
            }

            if (i > start && (IsGap(f, x[start]) || IsGap(f, x[i - 1])))
            {
                gaps.Add(new(x[start], x[i - 1]));
            }
        }

        return gaps;
    }

    private static bool IsGap(Activation f, float x) =>
        f.Truth.At(x) is { } truth && Math.Abs((double)truth.Value) <= float.MaxValue && Math.Abs((double)truth.Slope) <= float.MaxValue;
}
