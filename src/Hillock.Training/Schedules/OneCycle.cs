namespace Hillock.Training;

/// <summary>Once up and down along two half cosines: from <paramref name="Start"/> to 1 and on to <paramref name="End"/>, which it keeps.</summary>
/// <remarks>
/// Smith and Topin 2017, arXiv:1708.07120, with the usual shares: from 1/25 of the greatest rate, up to it in 30 % of the steps, then down to a
/// ten-thousandth of the first. The learning rate is the greatest; <see cref="RateRange"/> finds it.
/// </remarks>
/// <param name="Steps">All steps, at least 2.</param>
/// <param name="Rise">The part of the steps that goes up, from 0 to 1.</param>
/// <param name="Start">The first share, from 0 to 1.</param>
/// <param name="End">The last share, from 0 to 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed record OneCycle(long Steps, double Rise = 0.3, double Start = 1.0 / 25, double End = 1.0 / 250_000) : Schedule
{
    /// <summary>All steps.</summary>
    public long Steps { get; } = Counted(Steps - 1, nameof(Steps)) + 1;

    /// <summary>The part of the steps that goes up.</summary>
    public double Rise { get; } = Shared(Rise, nameof(Rise));

    /// <summary>The first share.</summary>
    public double Start { get; } = Shared(Start, nameof(Start));

    /// <summary>The last share.</summary>
    public double End { get; } = Shared(End, nameof(End));

    /// <inheritdoc/>
    public override double At(long step)
    {
        double last = Steps - 1, top = Math.Max(0, (Rise * Steps) - 1);
        return step <= top && top > 0
            ? Glide(Start, 1, step / top)
            : Glide(1, End, Math.Min(1, (step - top) / (last - top)));
    }
}
