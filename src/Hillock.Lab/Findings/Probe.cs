namespace Hillock.Lab;

/// <summary>A look at every layer of a network.</summary>
internal static class Probe
{
    /// <summary>Sends the samples forward and their gradients back, and changes nothing.</summary>
    public static IReadOnlyList<LayerState> Look(Trainer trainer, (Tensor Inputs, Tensor Targets) samples)
    {
        trainer.Gradients(samples.Inputs, samples.Targets, training: false);
        return [.. trainer.Network.AllLayers.Where(layer => layer.Parts.Count == 0 && (layer.Trainables.Count > 0 || layer.Activation is not null)).Select(State)];
    }

    private static LayerState State(Layer layer)
    {
        var gradient = layer.Trainables.Count == 0 ? double.NaN : RootMeanSquare(layer.Trainables[0].Gradient.Values);
        var units = layer.Output.Channels;
        if (layer.Activation is not { } f)
        {
            return new(layer.Name, units, 0, 0, gradient);
        }
        var site = layer.Sites[^1];
        var slopes = new float[site.Rows * site.Units];
        site.ReadSlopes(slopes);
        var dead = Enumerable.Range(0, units).Count(unit => Off(slopes, unit, units));
        var portrait = Portrait.Of(f);
        var faint = Thresholds.SaturatedSlope * Math.Abs(portrait.GreatestSlope.Value);
        var saturated = portrait.Bounded ? Saturated(slopes, layer.Outputs.Values, faint) : 0;
        return new(layer.Name, units, dead, saturated, gradient);
    }

    private static bool Off(float[] slopes, int unit, int units)
    {
        for (var i = unit; i < slopes.Length; i += units)
        {
            if (slopes[i] != 0)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A slope and an output of exactly 0 are a rectifier that is off: sparse, not saturated.</summary>
    private static double Saturated(float[] slopes, ReadOnlySpan<float> outputs, double faint)
    {
        var count = 0;
        for (var i = 0; i < slopes.Length; i++)
        {
            count += Math.Abs(slopes[i]) < faint && (slopes[i], outputs[i]) is not (0, 0) ? 1 : 0;
        }
        return (double)count / slopes.Length;
    }

    private static double RootMeanSquare(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (double)value * value;
        }
        return Math.Sqrt(sum / values.Length);
    }
}
