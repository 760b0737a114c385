namespace Hillock.Training;

/// <summary>A straight line up: (step + 1) / steps; then another schedule from its beginning.</summary>
/// <remarks>Goyal et al. 2017, arXiv:1706.02677: moments and normalisations find their size before the steps are large.</remarks>
/// <param name="Steps">Steps of the way up, the last of which takes the whole rate; at least 1.</param>
/// <param name="Then">What follows; <c>null</c> keeps the whole rate.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no step.</exception>
public sealed record WarmUp(long Steps, Schedule? Then = null) : Schedule
{
    /// <summary>Steps of the way up.</summary>
    public long Steps { get; } = Counted(Steps, nameof(Steps));

    /// <summary>What follows.</summary>
    public Schedule Then { get; } = Then ?? Constant;

    /// <inheritdoc/>
    public override double At(long step) => step < Steps ? Progress(step + 1, Steps) : Then.At(step - Steps);
}
