namespace Hillock.Lab;

/// <summary>A course of the learning rate by name.</summary>
/// <param name="Name">As typed after <c>--schedule</c>.</param>
/// <param name="Meaning">What the rate does, for help texts: falling to 0.</param>
/// <param name="Of">The course over so many steps.</param>
public sealed record ScheduleChoice(string Name, string Meaning, Func<long, Schedule> Of)
{
    /// <summary>The name of the course unless told.</summary>
    public const string Usual = "linear";

    private const int Falls = 3, WarmUpShare = 10;

    /// <summary>A straight line to 0, so that the last step is next to nothing: where a run ends is then no accident of its last batches.</summary>
    public static ScheduleChoice Linear { get; } = new(Usual, "falling to 0", steps => new LinearDecay(steps));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScheduleChoice> All { get; } =
    [
        Linear,
        new("cosine", "falling to 0 along half a cosine", steps => new CosineDecay(steps)),
        new("step", "falling to a tenth after each third of the steps", steps => new StepDecay((steps + Falls - 1) / Falls)),
        new("warm-up", "rising in a tenth of the steps, then falling to 0", steps =>
        {
            var rise = Math.Max(1, steps / WarmUpShare);
            return new WarmUp(rise, new LinearDecay(Math.Max(1, steps - rise)));
        }),
        new("one-cycle", "rising from a 25th in three tenths of the steps, then falling to next to nothing", steps => new OneCycle(Math.Max(2, steps))),
        new("constant", "the same at every step", _ => Schedule.Constant),
    ];

    /// <summary>The course of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static ScheduleChoice Named(string name) => Lab.Named.Exactly(All, choice => choice.Name, "There is no schedule", name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
