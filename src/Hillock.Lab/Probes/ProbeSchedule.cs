namespace Hillock.Lab;

/// <summary>After which steps a network is looked at, and with how many samples: it depends on numbers of samples alone, not on the clock.</summary>
/// <remarks>
/// A look sends samples forward once and reads what they became; a step of training sends them forward and back and changes the weights. The one
/// takes from half as long as the other for a sample to nearly as long. So looks at a <see cref="Share"/> of the samples that training sees cost less
/// than a twentieth of its time, small change included. Only trainings of few thousand samples may pay more: less than three looks tell nothing.
/// </remarks>
public sealed class ProbeSchedule
{
    /// <summary>The part of the samples of training that may be looked at.</summary>
    internal const double Share = 0.015;

    /// <summary>A dozen looks show when something begins; more of them serve nobody before the samples of each are enough.</summary>
    private const int Looks = 10, MostLooks = 24, FewestLooks = 3;

    private const int FewestSamples = 8, FewestRows = 24, MostRows = 1024;

    private readonly long[] _due;

    /// <summary>A schedule for a training of that size.</summary>
    /// <param name="steps">Steps of the whole training.</param>
    /// <param name="batchSize">Samples per step.</param>
    /// <param name="trainRows">Rows there are.</param>
    /// <param name="positions">Positions of a sample, where each is a row of its own: pixels, steps.</param>
    public ProbeSchedule(long steps, int batchSize, int trainRows, int positions = 1)
    {
        var samples = Share * steps * batchSize;
        Rows = (int)Math.Min(trainRows, Math.Clamp(samples / (Looks + 1), Math.Max(FewestSamples, FewestRows / positions), MostRows));
        var looks = (int)Math.Clamp((samples / Rows) - 1, FewestLooks, MostLooks);
        // Much happens early: the distances between looks grow evenly.
        _due = [.. Enumerable.Range(0, looks).Select(i => 1 + (long)Math.Round((steps - 1) * Math.Pow(i / (looks - 1.0), 2))).Distinct()];
    }

    /// <summary>Samples of a look.</summary>
    public int Rows { get; }

    /// <summary>The steps, from 1, after which it is looked; the last one is the last step.</summary>
    public IReadOnlyList<long> Due => _due;

    /// <summary>Whether it is looked after that step.</summary>
    public bool IsDue(long step) => Array.BinarySearch(_due, step) >= 0;

    /// <summary>Whether a look also takes what is dear: the last one.</summary>
    public bool IsThorough(long step) => step == _due[^1];
}
