using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>How weights begin and how far they move.</summary>
internal static class WeightRules
{
    /// <summary>The rate falls to nothing at the end of a run: what moves little there says nothing.</summary>
    private const double WithoutEnd = 0.75;

    public static Rule PoorInitialisation { get; } = new(
        "poor initialisation",
        "First weights that do not fit the activation let signals fade or grow from layer to layer before anything is learned.",
        ["no value", "unscaled inputs", "unscaled targets"],
        See)
        { Remedies = [Remedy.Initialize(Initializer.Auto), Remedy.Initialize(Initializer.Centred), Remedy.Normalized] };

    public static Rule RateTooHigh { get; } = new(
        "learning rate too high",
        "A step changes the weights by a good part of themselves: it jumps over what it aims at.",
        ["no value", "unscaled inputs", "unscaled targets", "poor initialisation"],
        seen => Changes(seen) is var changes && (Middle(changes) > seen.Thresholds.LargeUpdate || changes.Any(update => update > seen.Thresholds.HugeUpdate))
            ? [new(
                Severity.Warning, "relative change of weights in a step", changes.Max(), seen.Thresholds.LargeUpdate,
                Invariant($"the learning rate {seen.Recipe.LearningRate:G3} is too high: a step changes the weights by {Share(changes.Max())} of themselves, and a thousandth is usual"))
                { FirstStep = 1 }]
            : seen.Diverged && seen.Epochs.Count <= 1 || Worse(seen)
                ? [new(
                    Severity.Warning, "loss over that of guessing", seen.Epochs.Count == 0 ? double.NaN : seen.Epochs[^1].TrainLoss / seen.Guessing, 1,
                    Invariant($"the learning rate {seen.Recipe.LearningRate:G3} is too high: the loss grows instead of falling"))
                    { FirstStep = 1 }]
                : [])
        { Remedies = [Remedy.Slower, Remedy.Clipped] };

    public static Rule RateTooLow { get; } = new(
        "learning rate too low",
        "A step changes next to nothing; there are not enough of them to get anywhere.",
        ["vanishing gradients", "dead units", "no slope", "wrong output activation", "saturation"],
        // One that was too high at first may have left nothing that moves.
        seen => Middle(Changes(seen)) is var update && update < seen.Thresholds.SmallUpdate && !(seen.Gain > 0.9) && !RateTooHigh.Find(seen).Any()
            ? [new(
                Severity.Warning, "relative change of weights in a step", update, seen.Thresholds.SmallUpdate,
                Invariant($"the learning rate {seen.Recipe.LearningRate:G3} is too low: a step changes the weights by {Share(update)} of themselves, and a thousandth is usual"))
                { FirstStep = 1 }]
            : [])
        { Remedies = [Remedy.MuchFaster, Remedy.Adaptive] };

    public static Rule Frozen { get; } = new(
        "frozen weights",
        "The weights of a layer stay as they were drawn: the rest of the network has to do without what it could learn.",
        ["no slope", "dead units", "vanishing gradients", "saturation", "poor initialisation", "wrong output activation", "frozen weights"],
        Freeze)
        { Remedies = [Remedy.Activate("relu"), Remedy.MuchFaster] };

    /// <summary>The change of the weights at each look, the median over layers.</summary>
    private static double[] Changes(Case seen) => [.. Moving(seen).Select(check =>
        Sample.Median([.. check.Layers.Where(layer => layer.IsProduct).Select(layer => layer.Update)])).Where(double.IsFinite)];

    private static double Middle(double[] changes) => Sample.Median(changes);

    /// <summary>Looks after a step, without the end of the run.</summary>
    private static IEnumerable<Check> Moving(Case seen) =>
        seen.Checks.Where(check => check.Layers.Count > 0 && (seen.Diverged || check.Step <= WithoutEnd * seen.Checks[^1].Step || check.Step == 1));

    private static bool Worse(Case seen) =>
        seen.Epochs.Count > 1 && seen.Epochs[^1].IsFinite && seen.Epochs[^1].TrainLoss > 2 * Math.Max(seen.Guessing, seen.Checks.Count > 1 ? seen.Checks[1].Loss : 0);

    /// <summary>A number that may be very small: <c>3.1e-9</c>.</summary>
    public static string Small(double value) => value == 0 ? "0" : Invariant($"{value:0.#e-0}");

    private static string Share(double update) => update >= 1e-3 ? Invariant($"{100 * update:0.#} %") : Small(update);

    private static IEnumerable<Trouble> See(Case seen)
    {
        var t = seen.Thresholds;
        double[] sizes = [.. (seen.Checks.FirstOrDefault(check => check.Step == 0)?.Sites ?? [])
            .Index().Where(pair => !seen.Sites[pair.Index].IsGate).Select(pair => pair.Item.Inputs?.Deviation ?? double.NaN).Where(size => !double.IsNaN(size))];
        if (sizes.Length > 1 && sizes.Max() > t.InitialSpread * sizes.Min())
        {
            var fades = sizes[^1] < sizes[0];
            yield return new(
                Severity.Warning, "largest deviation of pre-activations over the least, before training", sizes.Max() / sizes.Min(), t.InitialSpread,
                Invariant($"first weights do not fit: pre-activations {(fades ? "fade" : "grow")} from a deviation of {sizes[0]:G2} to {sizes[^1]:G2} before anything is learned"));
        }
        else if (seen.Checks.FirstOrDefault(check => check.Step == 1) is { } first && first.Loss > t.InitialLoss * seen.Guessing)
        {
            yield return new(
                Severity.Warning, "first loss over that of guessing", first.Loss / seen.Guessing, t.InitialLoss,
                Invariant($"the first loss is {first.Loss:G3}, {first.Loss / seen.Guessing:0} times that of guessing: the first weights, or what comes in, are too large"));
        }
    }

    private static IEnumerable<Trouble> Freeze(Case seen)
    {
        var t = seen.Thresholds;
        Check[] looks = [.. Moving(seen)];
        for (var i = 0; looks.Length > 0 && i < looks[0].Layers.Count; i++)
        {
            if (looks[0].Layers[i].IsProduct
                && Sighting.Of([.. looks.Select(look => (look.Step, look.Layers[i].Update))], update => update < t.FrozenUpdate, t.Persistence) is { } found)
            {
                yield return new Trouble(
                    Severity.Warning, "relative change of weights in a step", found.Value, t.FrozenUpdate,
                    $"{looks[0].Layers[i].Name}: its weights do not change, {ActivationRules.Since(found)}")
                    { Layer = looks[0].Layers[i].Name }.At(found);
            }
        }
    }
}
