namespace Hillock.Web.Moves;

/// <summary>What is left of gradients on their way back through a deep stack: predicted, and measured in networks just made.</summary>
internal static class Depth
{
    private const int Width = 64, Networks = 3;

    public static Move Move { get; } = new(
        "depth", "Gradients in a deep network",
        [
            new Choice("activation", "Activation", ["sigmoid", "tanh", "relu", "leaky_relu", "gelu", "silu", "elu", "selu", "linear"]),
            new Dial("layers", "Layers", 2, 60, 1, 20),
            new Choice("init", "First weights", ["glorot", "he", "lecun", "pytorch", "auto"]),
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (f, layers, initializer) = (moved.Activation("activation"), moved.Whole("layers"), Initializer.Named(moved["init"]));
        var theory = SignalPropagation.Of(f, initializer, layers);
        var measured = MeasuredSignal.Of(f, initializer, layers, Width, Networks, stop: stop);
        var ratio = theory.GradientRatio;
        return new(
            $"Of the gradient at layer {layers}, layer 1 gets {(ratio < 1e-3 ? $"a share of {Told.Power(ratio)}" : ratio < 1 ? Told.Share(ratio) : $"{Told.Number(ratio)} times as much")}"
            + $" with {f.Name}: a factor of {Told.Number(Math.Pow(ratio, 1.0 / (layers - 1)))} a layer, {layers - 1} times."
            + (ratio < 0.01 ? " The first layers hardly learn." : ratio > 100 ? " It explodes: a step goes far too far." : " It arrives."))
        {
            Chart = new(
                "layer, counted from the data", "gradient, as a share of the last layer's", Places.CountedTo(layers),
                [Line.Of("theory, endlessly wide", theory.Gradients), Line.Of($"measured, {Width} units wide", measured.Gradients)]) { Log = true },
        };
    }
}
