namespace Hillock.Web;

/// <summary>How long a function takes on this machine.</summary>
/// <param name="Name">The function.</param>
/// <param name="Nanoseconds">For one float32, forward, on one thread.</param>
internal sealed record TimedFunction(string Name, double Nanoseconds)
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Times a function, unless another is being timed: each would be slow for the other's sake.</summary>
    /// <exception cref="HillockException">Another is.</exception>
    public static TimedFunction Of(Activation f)
    {
        if (!Turn.Wait(0))
        {
            throw new HillockException("Another function is being timed just now; try again in a moment.");
        }
        try
        {
            return new(f.Name, ElementTime.Nanoseconds(f));
        }
        finally
        {
            Turn.Release();
        }
    }
}
