namespace Hillock.Lab;

/// <summary>How far one step takes the weights of each layer.</summary>
internal sealed class WeightChange(Network network)
{
    private readonly (Layer Layer, float[][] Before)[] _layers =
    [
        .. network.AllLayers.Where(layer => layer.Parts.Count == 0 && layer.Trainables.Count > 0)
            .Select(layer => (layer, layer.Trainables.Select(trainable => new float[trainable.Value.Length]).ToArray())),
    ];

    /// <summary>Keeps the weights as they are before a step.</summary>
    public void Begin()
    {
        foreach (var (layer, before) in _layers)
        {
            foreach (var (trainable, copy) in layer.Trainables.Zip(before))
            {
                trainable.Value.Values.CopyTo(copy);
            }
        }
    }

    /// <summary>What the step has done since.</summary>
    public IReadOnlyList<LayerCheck> Layers() => [.. _layers.Select(pair => Of(pair.Layer, pair.Before))];

    private static LayerCheck Of(Layer layer, float[][] before)
    {
        double gradients = 0, weights = 0, changes = 0;
        var count = 0;
        foreach (var (trainable, copy) in layer.Trainables.Zip(before))
        {
            ReadOnlySpan<float> now = trainable.Value.Values;
            count += now.Length;
            gradients += Eight.SquaredDistances(trainable.Gradient.Values, 0);
            weights += Eight.SquaredDistances(now, 0);
            changes += Eight.SquaredChanges(now, copy);
        }
        // A first step from zeros is as long as what it makes.
        var norm = Math.Sqrt(weights);
        return new(
            layer.Name, Math.Sqrt(gradients / count), Math.Sqrt(gradients), norm,
            changes == 0 ? 0 : Math.Sqrt(changes) / norm, layer.MultiplyAdds > 0);
    }
}
