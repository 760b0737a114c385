using Hillock.Training;

namespace Hillock.KernelBenchmarks;

/// <summary>What kernels are fed with.</summary>
internal static class Numbers
{
    /// <summary>Normal numbers with standard deviation 2.</summary>
    public static float[] Normal(int count, string purpose)
    {
        var draws = new Draws(1, purpose);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(2 * draws.NextNormal()))];
    }
}
