namespace Hillock.Lab;

/// <summary>From where on something is worth a word. All in one place, to be argued about.</summary>
internal static class Thresholds
{
    /// <summary>
    /// A slope below this share of the function's greatest counts as saturated: |x| > 6.0 for sigmoid, 3.0 for tanh, where by DeepDiagnosis
    /// (ICSE 2022) it is 5 for both.
    /// </summary>
    public const double SaturatedSlope = 0.01;

    /// <summary>The share of a layer's values that may be saturated (DeepDiagnosis has the same).</summary>
    public const double Saturated = 0.5;

    /// <summary>The share of a layer's units that may be dead. SageMaker Debugger waits for one half; a tenth is lost capacity already.</summary>
    public const double Dead = 0.1;

    /// <summary>The first layer's gradients, as a share of the last's, below which they vanish (AUTOTRAINER, ICSE 2021: β₁).</summary>
    public const double Vanishing = 1e-3;

    /// <summary>
    /// The same, above which they explode. AUTOTRAINER says 70, of norms; here it is per weight, and such factors are seen in runs that go well.
    /// </summary>
    public const double Exploding = 1e3;
}
