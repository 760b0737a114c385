namespace Hillock.Lab;

/// <summary>What <see cref="SignalPropagation"/> predicts, measured in networks that have just been initialised.</summary>
/// <param name="Variances">The second moment of each layer's pre-activations, the mean over networks.</param>
/// <param name="Gradients">The norm of each layer's gradients ∂loss/∂z as a share of the last layer's, from mean squares over networks.</param>
public sealed record MeasuredSignal(IReadOnlyList<double> Variances, IReadOnlyList<double> Gradients)
{
    /// <summary>Samples that are sent through each network: enough for the mean and deviation that batch norm takes.</summary>
    public const int Samples = 64;

    /// <summary>Measures a stack of dense layers on normal inputs, with normal gradients of the outputs.</summary>
    /// <param name="f">The activation of all layers.</param>
    /// <param name="initializer">The rule for first weights.</param>
    /// <param name="depth">Hidden layers.</param>
    /// <param name="width">Inputs, units of each layer, outputs.</param>
    /// <param name="networks">How many networks are drawn.</param>
    /// <param name="normalization">What is normalised before each activation; nothing unless told.</param>
    /// <param name="stop">Asks to stop; looked at between networks.</param>
    public static MeasuredSignal Of(
        Activation f, Initializer initializer, int depth, int width, int networks, NormalizationKind? normalization = null, CancellationToken stop = default)
    {
        using var crew = new Crew(Environment.ProcessorCount);
        var network = Plan.Parse($"repeat {depth} (dense {width}{normalization?.AfterLayer}, {Plan.Placeholder})").Build(width, width, f, crew);
        Layer[] layers = [.. network.AllLayers.Where(layer => layer.Activation is not null)];
        var (variances, gradients) = (new double[depth], new double[depth]);
        for (var seed = 1; seed <= networks; seed++)
        {
            stop.ThrowIfCancellationRequested();
            network.Initialize((ulong)seed, initializer);
            // In training: batch norm then takes the batch as it is.
            network.Forward(Normal((ulong)seed, "inputs", width), training: true);
            Normal((ulong)seed, "gradients", width).Values.CopyTo(network.Last.Gradients.Values);
            network.Backward();
            for (var layer = 0; layer < depth; layer++)
            {
                variances[layer] += MeanSquare(layers[layer].PreActivations.Values) / networks;
                gradients[layer] += MeanSquare(layers[layer].Gradients.Values) / networks;
            }
        }
        return new(variances, [.. gradients.Select(square => Math.Sqrt(square / gradients[^1]))]);
    }

    /// <summary>Samples that have a mean square of 1 each, as those of an endless width would.</summary>
    private static Tensor Normal(ulong seed, string purpose, int width)
    {
        var draws = new Draws(seed, purpose);
        var values = new float[Samples * width];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)draws.NextNormal();
        }
        for (var sample = 0; sample < Samples; sample++)
        {
            var row = values.AsSpan(sample * width, width);
            var size = (float)Math.Sqrt(MeanSquare(row));
            foreach (ref var value in row)
            {
                value /= size;
            }
        }
        return Tensor.From(values, Samples, width);
    }

    private static double MeanSquare(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (double value in values)
        {
            sum += value * value;
        }
        return sum / values.Length;
    }
}
