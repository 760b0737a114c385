namespace Hillock.Training;

/// <summary>Layer-sequential unit variance: weights are scaled, layer by layer, until what each puts out before its activation has variance 1 on real data.</summary>
/// <remarks>
/// Mishkin and Matas 2015, arXiv:1511.06422; they begin with orthogonal weights. It fits any activation, normalisation and block, for
/// it measures instead of computing.
/// </remarks>
public static class UnitVariance
{
    /// <summary>How far from 1 a variance may be.</summary>
    public const double Tolerance = 0.01;

    /// <summary>How often a layer is measured. One time is enough for a layer whose outputs grow with its weights.</summary>
    private const int MostTries = 10;

    /// <summary>Scales the weights of an initialised network.</summary>
    /// <param name="network">The network; it is looked at as it is evaluated, and nothing is drawn.</param>
    /// <param name="inputs">Samples × features: a batch of the data.</param>
    /// <remarks>A layer whose outputs do not vary, or are not finite, stays as it is.</remarks>
    /// <exception cref="ArgumentException">The samples do not have as many columns as the first layer has inputs.</exception>
    public static void Scale(Network network, Tensor inputs)
    {
        foreach (var layer in network.AllLayers.Where(layer => layer.Linear.Count > 0))
        {
            for (var i = 0; i < MostTries; i++)
            {
                network.Forward(inputs);
                var variance = Variance(layer.PreActivations.Values);
                if (!(double.IsFinite(variance) && variance > 0) || Math.Abs(variance - 1) <= Tolerance)
                {
                    break;
                }
                foreach (var trainable in layer.Linear)
                {
                    Multiply(trainable.Value.Values, (float)(1 / Math.Sqrt(variance)));
                }
            }
        }
    }

    private static double Variance(ReadOnlySpan<float> values)
    {
        double mean = 0, square = 0;
        foreach (var value in values)
        {
            mean += value;
        }
        mean /= values.Length;
        foreach (var value in values)
        {
            square += (value - mean) * (value - mean);
        }
        return square / values.Length;
    }

    private static void Multiply(Span<float> values, float factor)
    {
        foreach (ref var value in values)
        {
            value *= factor;
        }
    }
}
