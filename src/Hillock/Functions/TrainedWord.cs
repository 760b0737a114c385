namespace Hillock;

/// <summary>How a trained parameter is written: <c>swish(beta=trainable(1.5))</c>.</summary>
internal static class TrainedWord
{
    public const string PerLayer = "trainable";

    public const string PerUnit = "trainable_per_unit";

    public static string Of(TrainedParameter trained) => trained.PerUnit ? PerUnit : PerLayer;
}
