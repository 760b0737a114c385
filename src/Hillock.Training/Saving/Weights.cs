namespace Hillock.Training;

/// <summary>The weights of a network in a file, and what its layers keep besides, each by its name: <c>dense1.weights</c>.</summary>
public static class Weights
{
    /// <summary>What else a file may hold, such as the state of an optimizer, stands under names that begin so.</summary>
    internal const string Besides = "training/";

    /// <summary>Writes a safetensors file: whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(Network network, string path) => new SafeTensors([.. Of(network)], new Dictionary<string, string>()).Write(path);

    /// <summary>Gives a network the weights of a file, which may be a <see cref="Checkpoint"/>. If something is wrong, nothing is changed.</summary>
    /// <exception cref="HillockException">The file cannot be read or is broken, or was written of another network.</exception>
    public static void Load(Network network, string path) => new StoredState(path).CopyTo(Places(network));

    /// <summary>All that a network keeps, to be stored.</summary>
    internal static IEnumerable<StoredTensor> Of(Network network) => Places(network).Select(place => StoredTensor.Of(place.Name, place.Tensor));

    /// <summary>Names and where their numbers go.</summary>
    internal static IEnumerable<(string Name, Tensor Tensor)> Places(Network network) =>
        [.. network.Trainables.Select(t => (t.Name, t.Value)), .. network.Statistics.Select(s => (s.Name, s.Value))];
}
