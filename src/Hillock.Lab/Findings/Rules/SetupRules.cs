using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>What is wrong before the first step: data, functions, output layer.</summary>
internal static class SetupRules
{
    private const int Features = 1000;

    public static Rule UnscaledInputs { get; } = new(
        "unscaled inputs",
        "First weights and learning rates are made for inputs of about mean 0 and deviation 1; others saturate or blow up the first layer.",
        [],
        seen =>
        {
            var (data, limit) = (seen.Train, seen.Thresholds.InputScale);
            if (data.Tokens > 0 || data.IsRepresented)
            {
                return [];
            }
            // Of an image or a sequence the channels count, of a row the features.
            var channels = data.Shape.Channels;
            double[] sizes = [.. Enumerable.Range(0, Math.Min(channels, Features)).Select(i => Size(Scale.Of(data.Inputs, i, channels))).Where(size => size > 0)];
            if (sizes.Length == 0 || !(sizes.Max() > limit || sizes.Min() < 1 / limit))
            {
                return [];
            }
            var worst = sizes.MaxBy(size => Math.Abs(Math.Log(size)));
            return [new(
                Severity.Warning, "root mean square of an input", worst, limit,
                Invariant($"inputs are not scaled: their root mean square is {(sizes.Min() == sizes.Max() ? "" : Invariant($"from {sizes.Min():G3} to "))}{sizes.Max():G3}, and about 1 is expected"))];
        })
        { Remedies = [Remedy.Scaled] };

    public static Rule UnscaledTargets { get; } = new(
        "unscaled targets",
        "The output layer begins near 0; far targets make large errors, and large gradients, until it has got there.",
        [],
        seen => seen.Train.HasClasses || !(Size(Scale.Of(seen.Train.Targets)) is var size && size > seen.Thresholds.InputScale) ? [] :
        [
            new(
                Severity.Warning, "root mean square of the targets", size, seen.Thresholds.InputScale,
                Invariant($"targets are not scaled: their root mean square is {size:G3}, and about 1 is expected")),
        ])
        { Remedies = [Remedy.Scaled] };

    public static Rule WrongOutput { get; } = new(
        "wrong output activation",
        "The loss is made for the plain outputs of the last layer: a function in between hides targets from the network, or gradients from its weights.",
        [],
        seen => seen.Output is not { } output ? [] : [Output(seen, output)])
        { Remedies = [Remedy.PlainOutput] };

    public static Rule NoNonlinearity { get; } = new(
        "no nonlinearity",
        "Any number of linear layers is one linear layer: depth is wasted.",
        [],
        seen => seen.Sites.Any(site => site.Slope != SlopeKind.Same) || !(seen.Sites.Count > 0 || seen.Checks is [.., { Layers: var layers }] && layers.Count(l => l.IsProduct) > 1) ? [] :
        [
            new(
                Severity.Critical, "slopes that differ", 0, 1,
                seen.Sites.Count == 0 ? "no nonlinearity: there is no activation between the layers"
                    : $"no nonlinearity: the slope of {seen.Sites[0].Activation!.Name} is the same everywhere"),
        ])
        { Remedies = [Remedy.Activate("relu"), Remedy.Activate("gelu")] };

    public static Rule NoSlope { get; } = new(
        "no slope",
        "Gradients are multiplied by the slope: where it is 0 everywhere, no layer before learns anything.",
        [],
        seen => seen.Sites.FirstOrDefault(site => !site.IsGate && site.Slope == SlopeKind.None) is not { Activation: { } f } flat ? [] :
        [
            new(Severity.Critical, "greatest slope", 0, 0, $"the slope of {f.Name} is 0 everywhere: layers before {flat.Name} cannot be trained by gradients")
                { Layer = flat.Name },
        ])
        { Remedies = [Remedy.Activate("relu"), Remedy.Activate("gelu")] };

    public static Rule NoValue { get; } = new(
        "no value",
        "First weights send about half of all numbers below 0. One number that is none spreads to every weight in a single step.",
        [],
        seen => seen.Sites.FirstOrDefault(site => site.WithoutValue is not null) is not { WithoutValue: { } x, Activation: { } f } place ? [] :
        [
            new(Severity.Critical, "x without a value", x, double.NaN, Invariant($"{f.Name} has no value for some x, as for {x:G3}: numbers end at {place.Name}"))
                { Layer = place.Name },
        ])
        { Remedies = [Remedy.Activate("relu"), Remedy.Activate("gelu")] };

    private static double Size(Scale scale) => Math.Sqrt((scale.Mean * scale.Mean) + (scale.Deviation * scale.Deviation));

    private static Trouble Output(Case seen, OutputActivation output)
    {
        if (seen.Train.HasClasses)
        {
            return new(
                Severity.Critical, "range of the outputs", output.High - output.Low, double.PositiveInfinity,
                output.IsOfRows
                    ? $"{output.Name} before a loss that has its own softmax: chances are squashed twice, and gradients with them"
                    : $"{output.Name} after the last layer: the loss wants logits without a bound");
        }
        float least = seen.Train.Targets.Min(), greatest = seen.Train.Targets.Max();
        var reached = seen.Train.Targets.Count(y => y >= output.Low && y <= output.High) / (double)seen.Train.Targets.Length;
        return new(
            reached < 1 ? Severity.Critical : Severity.Note, "share of targets within reach", reached, 1,
            Invariant($"{output.Name} after the last layer puts out {output.Low:G3} to {output.High:G3}; ")
            + (reached < 1 ? Invariant($"targets go from {least:G4} to {greatest:G4}, and {100 * (1 - reached):0.#} % of them are out of reach") : "all targets are within"));
    }
}
