namespace Hillock.Web;

/// <summary>A property by which functions are looked for.</summary>
/// <param name="Name">The word for it.</param>
/// <param name="Meaning">What it says of a function.</param>
/// <param name="Holds">Whether a function has it.</param>
internal sealed record Trait(string Name, string Meaning, Func<Function, Portrait, Plot, bool> Holds)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Trait> All { get; } =
    [
        new("bounded", "its values stay between two numbers", static (_, seen, _) => seen.Bounded),
        new("monotone", "it never falls", static (_, seen, _) => seen.Monotone),
        new("zero-centred", "outputs have mean 0 when inputs have", static (_, seen, _) => seen.ZeroCentred),
        new("smooth", "neither kinks nor jumps", static (f, _, drawn) => f.Kinks.Count + drawn.Marks.Count == 0),
        new("cheap", "no exponential or the like, no division", static (f, _, _) => f.Cost is { IsAlgebraic: true, Divisions: 0 }),
        new("self-gated", "the input times a gate that depends on the input", static (f, _, _) => f.Family == Family.Gated),
        new("trainable", "a parameter that networks train", static (f, _, _) => f.Trained is not null),
    ];
}
