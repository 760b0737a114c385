namespace Hillock.Web;

/// <summary>What the picture of a deep network shows, in words.</summary>
internal static class SignalSentence
{
    // Beyond the first factor training notices; within the second there is nothing to be said.
    private const double Noticed = 10, Level = 2;

    /// <summary>One or two sentences.</summary>
    public static string Of(SignalPropagation signal)
    {
        var ratio = signal.GradientRatio;
        var fate = ratio < 1 / Noticed ? "gradients vanish on the way back"
            : ratio > Noticed ? "gradients explode on the way back"
            : ratio < 1 / Level ? "gradients fade a little, not so that training would notice"
            : ratio > Level ? "gradients grow a little, not so that training would notice"
            : "gradients keep their size";
        return $"The signal's variance in layer {signal.Depth} is {Number(signal.Variances[^1])}; the first layer's gradient is {Number(ratio)} times the last one's: {fate}.";
    }

    private static string Number(double value) =>
        InsightReport.Signed(value is >= 1e-3 and < 1e5 ? FormattableString.Invariant($"{value:0.###}") : FormattableString.Invariant($"{value:0.#e+0}"));
}
