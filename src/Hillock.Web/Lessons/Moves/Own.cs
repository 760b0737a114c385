using static System.FormattableString;

namespace Hillock.Web.Moves;

/// <summary>A function of one's own, and what it would do in a deep network.</summary>
internal static class Own
{
    private const double Reach = 5;
    private const int Points = 201, Layers = 20;

    public static Move Move { get; } = new(
        "own", "Your function and its slope", [new Typed("formula", "Your formula in x", "x * tanh(exp(x))", 300)], Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var f = moved.Activation("formula");
        var x = Places.Between(-Reach, Reach, Points);
        var moments = Moments.Of(f);
        var ratio = SignalPropagation.Of(f, Initializer.Auto, Layers).GradientRatio;
        return new(
            Invariant($"On inputs of mean 0 and deviation 1 it puts out a mean of {Told.Number(moments.Mean)} and a mean square of {Told.Number(moments.Square)}. ")
            + $"With first weights that fit, a gradient comes back through {Layers} layers at {(ratio < 1 ? Told.Share(ratio) : $"{Told.Number(ratio)} times")} of its size"
            + (ratio is > 0.1 and < 10 ? ": deep networks are possible." : ratio < 0.1 ? ": it fades." : ratio >= 10 ? ": it grows." : "."))
        {
            Chart = new("x", "value", x, [Line.Of("f", x.Select(f.Of)), Line.Of("slope", x.Select(f.Slope))]),
            Cards =
            [
                new("Look at it closely", $"/own?f={Uri.EscapeDataString(moved["formula"])}", ["Its range, its formula and slope, code to copy."]),
                new("Compare it", $"/experiments/new?activations={Uri.EscapeDataString(moved["formula"] + ", relu, gelu")}", ["Train it beside relu and gelu, over seeds."]),
            ],
        };
    }
}
