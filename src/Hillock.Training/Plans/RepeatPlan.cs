namespace Hillock.Training;

/// <summary><c>repeat 50 (dense 64, tanh)</c>: the same items several times, each with weights of its own.</summary>
/// <param name="Times">How often.</param>
/// <param name="Items">What is repeated.</param>
public sealed record RepeatPlan(int Times, IReadOnlyList<LayerPlan> Items) : LayerPlan
{
    /// <inheritdoc/>
    public override string Text => $"repeat {Times} ({string.Join(", ", Items)})";

    /// <summary>Whether the same items are repeated as often.</summary>
    public bool Equals(RepeatPlan? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The items as often as they come, none of them a repetition.</summary>
    /// <exception cref="HillockException">They are more than <see cref="Plan.MostLayers"/>.</exception>
    internal static IReadOnlyList<LayerPlan> Unrolled(IReadOnlyList<LayerPlan> items)
    {
        List<LayerPlan> all = [];
        foreach (var item in items)
        {
            if (item is RepeatPlan repeat)
            {
                var inner = Unrolled(repeat.Items);
                for (var i = 0; i < repeat.Times && all.Count <= Plan.MostLayers; i++)
                {
                    all.AddRange(inner);
                }
            }
            else
            {
                all.Add(item);
            }
        }
        return all.Count <= Plan.MostLayers ? all : throw new HillockException($"the network has more than {Plan.MostLayers} layers");
    }

    /// <inheritdoc/>
    protected internal override Layer Build(Site site) => throw new InvalidOperationException("Repetitions are unrolled before.");
}
