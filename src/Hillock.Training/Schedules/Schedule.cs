namespace Hillock.Training;

/// <summary>What part of the learning rate each step takes: a function of the step's number alone, so that nothing is to be saved of it.</summary>
public abstract record Schedule
{
    /// <summary>The whole rate at every step.</summary>
    public static Schedule Constant { get; } = new ConstantRate();

    /// <summary>The share of the learning rate, from 0 to 1.</summary>
    /// <param name="step">How many steps have been taken before this one.</param>
    public abstract double At(long step);

    /// <summary>How far a step is on a way of so many: from 0, and 1 from there on.</summary>
    private protected static double Progress(long step, long steps) => step >= steps ? 1 : (double)step / steps;

    /// <summary>From one share to another along half a cosine.</summary>
    private protected static double Glide(double from, double to, double progress) =>
        to + ((from - to) * (1 + Math.Cos(Math.PI * progress)) / 2);

    /// <summary>A number of steps that can be.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    private protected static long Counted(long steps, string name) =>
        steps >= 1 ? steps : throw new ArgumentOutOfRangeException(name, steps, "There is at least one step.");

    /// <summary>A share of the rate that can be.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1.</exception>
    private protected static double Shared(double share, string name) =>
        share is >= 0 and <= 1 ? share : throw new ArgumentOutOfRangeException(name, share, "A share of the learning rate is from 0 to 1.");

    private sealed record ConstantRate : Schedule
    {
        public override double At(long step) => 1;
    }
}
