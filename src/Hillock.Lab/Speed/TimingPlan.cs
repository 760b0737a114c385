namespace Hillock.Lab;

/// <summary>How something is timed: in blocks of many calls, of which the median counts.</summary>
public sealed record TimingPlan
{
    /// <summary>Fewer blocks have no median to speak of.</summary>
    internal const int FewestBlocks = 7;

    /// <summary>Whole programs, such as a step of training.</summary>
    public static TimingPlan Program { get; } = new();

    /// <summary>Kernels: short blocks, all measured anew while they scatter. The plan of the programs in shared/peers.</summary>
    public static TimingPlan Kernel { get; } = new()
    {
        WarmUpSeconds = 0.3,
        BlockSeconds = 0.003,
        RoundSeconds = 1.5,
        MostBlocks = 31,
        Rounds = 3,
    };

    /// <summary>A first impression, in a twentieth of a second.</summary>
    public static TimingPlan Glance { get; } = new()
    {
        WarmUpSeconds = 0.02,
        BlockSeconds = 0.001,
        RoundSeconds = 0.025,
        MostBlocks = 31,
    };

    /// <summary>Seconds of calls before anything is timed, until the code is compiled for good.</summary>
    public double WarmUpSeconds { get; init; } = 0.7;

    /// <summary>Seconds that a block takes at least.</summary>
    public double BlockSeconds { get; init; } = 0.08;

    /// <summary>Seconds for all blocks of a round, unless the fewest there can be take longer.</summary>
    public double RoundSeconds { get; init; } = 4;

    /// <summary>How many blocks a round has at most.</summary>
    public int MostBlocks { get; init; } = 1000;

    /// <summary>How often everything is measured at most until it is <see cref="Quiet"/>; the quietest round counts.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The interquartile spread, as a share of the median, below which a round is good enough.</summary>
    public double Quiet { get; init; } = 0.08;
}
