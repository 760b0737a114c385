namespace Hillock.Training;

/// <summary>factor^⌊step / every⌋: a fall at regular intervals.</summary>
/// <param name="Every">Steps between two falls, at least 1.</param>
/// <param name="Factor">What a fall leaves, from 0 to 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed record StepDecay(long Every, double Factor = 0.1) : Schedule
{
    /// <summary>Steps between two falls.</summary>
    public long Every { get; } = Counted(Every, nameof(Every));

    /// <summary>What a fall leaves.</summary>
    public double Factor { get; } = Shared(Factor, nameof(Factor));

    /// <inheritdoc/>
    public override double At(long step) => Math.Pow(Factor, step / Every);
}

/// <summary>A straight line from 1 to <paramref name="End"/>, which it keeps.</summary>
/// <param name="Steps">Steps until the end, at least 1.</param>
/// <param name="End">The last share, from 0 to 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed record LinearDecay(long Steps, double End = 0) : Schedule
{
    /// <summary>Steps until the end.</summary>
    public long Steps { get; } = Counted(Steps, nameof(Steps));

    /// <summary>The last share.</summary>
    public double End { get; } = Shared(End, nameof(End));

    /// <inheritdoc/>
    public override double At(long step) => 1 + ((End - 1) * Progress(step, Steps));
}

/// <summary>Half a cosine from 1 to <paramref name="End"/>, which it keeps.</summary>
/// <remarks>Loshchilov and Hutter 2016, arXiv:1608.03983, without restarts.</remarks>
/// <param name="Steps">Steps until the end, at least 1.</param>
/// <param name="End">The last share, from 0 to 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed record CosineDecay(long Steps, double End = 0) : Schedule
{
    /// <summary>Steps until the end.</summary>
    public long Steps { get; } = Counted(Steps, nameof(Steps));

    /// <summary>The last share.</summary>
    public double End { get; } = Shared(End, nameof(End));

    /// <inheritdoc/>
    public override double At(long step) => Glide(1, End, Progress(step, Steps));
}
