namespace Hillock.Lab;

/// <summary>All that is known of a run: what rules look at.</summary>
/// <param name="Recipe">How the network was made and trained.</param>
/// <param name="Train">What it learned from, as it came to the network.</param>
/// <param name="Guessing">The loss of one who looks at no input.</param>
/// <param name="Gain">The share of what can be gained over guessing that the network gained in the end; NaN if it is not known.</param>
/// <param name="Sites">The places where an activation is at work, with the activation.</param>
/// <param name="Output">The last layer's activation; <c>null</c> for logits as they should be.</param>
/// <param name="Epochs">Each pass over the data.</param>
/// <param name="Checks">What was seen of the network in between.</param>
/// <param name="Breakdown">Where numbers ended; <c>null</c> if they did not.</param>
/// <param name="Thresholds">What counts.</param>
public sealed record Case(
    Recipe Recipe,
    Dataset Train,
    double Guessing,
    double Gain,
    IReadOnlyList<ActivationPlace> Sites,
    OutputActivation? Output,
    IReadOnlyList<EpochRecord> Epochs,
    IReadOnlyList<Check> Checks,
    Breakdown? Breakdown,
    Thresholds Thresholds)
{
    /// <summary>What is known of a network in training, or after it.</summary>
    /// <param name="recipe">How it was made and is trained.</param>
    /// <param name="split">What it learns from and is judged by, as it comes to the network.</param>
    /// <param name="measure">What it is judged by.</param>
    /// <param name="network">The network.</param>
    /// <param name="epochs">Each pass over the data.</param>
    /// <param name="checks">What was seen of the network in between.</param>
    /// <param name="breakdown">Where numbers ended; <c>null</c> if they did not.</param>
    /// <param name="thresholds">What counts.</param>
    public static Case Of(
        Recipe recipe, DataSplit split, Measure measure, Network network, IReadOnlyList<EpochRecord> epochs, IReadOnlyList<Check> checks,
        Breakdown? breakdown, Thresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(network);
        return new(
            recipe, split.Train, GuessedLoss.Of(split.Train), epochs is [.., var last] ? measure.Gain(last.Score, measure.Guessing(split)) : double.NaN,
            // Gates without a bound, such as reglu's, die as other units do.
            [.. network.Sites.Select(site => new ActivationPlace(
                site.Name, site.Activation, site.IsGate && site.Activation is { } f && Portrait.Of(f).Bounded))],
            OutputActivation.Of(network.Last), epochs, checks, breakdown, thresholds);
    }

    /// <summary>Whether a loss was no longer a number.</summary>
    public bool Diverged => Breakdown is not null || (Epochs.Count > 0 && !Epochs[^1].IsFinite);

    /// <summary>The measure of each look, for evidence.</summary>
    /// <param name="measure">What is measured; NaN where there is nothing to measure.</param>
    public IReadOnlyList<(long Step, double Value)> Series(Func<Check, double> measure) => [.. Checks.Select(check => (check.Step, measure(check)))];
}

/// <summary>A place where an activation is at work.</summary>
/// <param name="Name">Its name within the network.</param>
/// <param name="Activation">The activation; <c>null</c> for one that is trained as a whole.</param>
/// <param name="IsGate">Whether it is a gate, which may well be closed or open all the time.</param>
public sealed record ActivationPlace(string Name, Activation? Activation, bool IsGate)
{
    /// <summary>Several rules ask: it is found out once.</summary>
    internal SlopeKind Slope { get; } = Slopes.KindOf(Activation);

    /// <inheritdoc cref="FunctionFigures.WithoutValue"/>
    internal double? WithoutValue { get; } = Activation is null ? null : FunctionFigures.Of(Activation).WithoutValue;
}
