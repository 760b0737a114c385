namespace Hillock.Web.Moves;

/// <summary>Outputs whose mean is far from 0, layer after layer.</summary>
internal static class Shift
{
    public static Move Move { get; } = new(
        "shift", "Mean and deviation of what layers put out",
        [
            new Choice("activation", "Activation", ["sigmoid", "softplus", "relu", "gelu", "elu", "tanh", "selu"]),
            new Dial("layers", "Layers", 2, 30, 1, 10),
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (f, layers) = (moved.Activation("activation"), moved.Whole("layers"));
        Moments[] moments = [.. SignalPropagation.Of(f, Initializer.Auto, layers).Variances.Select(variance => Moments.Of(f, variance))];
        var last = moments[^1];
        var share = last.Mean * last.Mean / last.Square;
        return new(
            $"After {layers} layers of {f.Name} the mean is {Told.Number(last.Mean)} and the deviation {Told.Number(Deviation(last))}: {Told.Share(share)} of the signal's power is in the mean."
            + (share > 0.5 ? " Most of what is passed on is a constant." : share < 0.01 ? " What is passed on is signal." : ""))
        {
            Chart = new("layer, counted from the data", "outputs", Places.CountedTo(layers),
                [Line.Of("mean", moments.Select(one => one.Mean)), Line.Of("deviation", moments.Select(Deviation))]),
        };
    }

    private static double Deviation(Moments moments) => Math.Sqrt(Math.Max(0, moments.Square - (moments.Mean * moments.Mean)));
}
