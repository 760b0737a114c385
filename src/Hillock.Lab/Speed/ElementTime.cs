namespace Hillock.Lab;

/// <summary>How long a function takes for one number, here and now.</summary>
public static class ElementTime
{
    private const int Elements = 4096;

    /// <summary>Nanoseconds per element of a float32 forward pass on one thread, over normal inputs: a first impression.</summary>
    public static double Nanoseconds(Activation f)
    {
        var (x, y) = (new float[Elements], new float[Elements]);
        var draws = new Draws(1, "inputs");
        foreach (ref var value in x.AsSpan())
        {
            value = (float)draws.NextNormal();
        }
        return 1e9 * Timing.Of(_ => f.Forward(x, y), TimingPlan.Glance).Median / Elements;
    }
}
