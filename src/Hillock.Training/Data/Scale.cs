namespace Hillock.Training;

/// <summary>A change of units by mean and standard deviation: z = (x − mean) / deviation.</summary>
/// <param name="Mean">What becomes 0.</param>
/// <param name="Deviation">What becomes 1; 0 for values that never varied, which all become 0.</param>
public readonly record struct Scale(double Mean, double Deviation)
{
    /// <summary>The scale that changes nothing.</summary>
    public static Scale Identity { get; } = new(0, 1);

    /// <summary>
    /// The mean and the standard deviation (the root of the mean squared distance: division by n, not n − 1) of every
    /// <paramref name="stride"/>-th value from <paramref name="start"/> on.
    /// </summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static Scale Of(ReadOnlySpan<float> values, int start = 0, int stride = 1)
    {
        if (start >= values.Length)
            throw new ArgumentException("No values to take a mean of.", nameof(values));
        double sum = 0, squares = 0;
        int count = 0;
        for (int i = start; i < values.Length; i += stride, count++)
            sum += values[i];
        double mean = sum / count;
        for (int i = start; i < values.Length; i += stride)
            squares += (values[i] - mean) * (values[i] - mean);
        return new(mean, Math.Sqrt(squares / count));
    }

    /// <summary>The value in the new unit.</summary>
    public float Apply(float x) => Deviation == 0 ? 0 : (float)((x - Mean) / Deviation);

    /// <summary>Back to the value's own unit. A difference or an error goes back by × <see cref="Deviation"/> alone.</summary>
    public double Undo(double z) => z * Deviation + Mean;

    /// <summary>Both changes in one: first <paramref name="first"/>, then this.</summary>
    public Scale After(Scale first) => new(first.Undo(Mean), first.Deviation * Deviation);
}
