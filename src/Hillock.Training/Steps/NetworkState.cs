namespace Hillock.Training;

/// <summary>A copy of all that training has made of a network: weights, statistics, and which step comes next.</summary>
internal sealed class NetworkState
{
    private readonly Network _network;
    private readonly (string Name, Tensor Tensor)[] _of;
    private readonly Tensor[] _copies;

    /// <summary>The network as it is now.</summary>
    public NetworkState(Network network)
    {
        _network = network;
        _of = [.. Weights.Places(network)];
        _copies = [.. _of.Select(place => new Tensor(place.Tensor.Shape))];
        Take();
    }

    /// <summary>The network's steps when it was copied.</summary>
    public long Steps { get; set; }

    /// <summary>The copies, each by the name of what it is of.</summary>
    public IEnumerable<(string Name, Tensor Tensor)> Copies => _of.Zip(_copies, (place, copy) => (place.Name, copy));

    /// <summary>Whether it is of that network.</summary>
    public bool IsOf(Network network) => network == _network;

    /// <summary>Copies the network as it is now.</summary>
    public void Take()
    {
        Steps = _network.Steps;
        for (var i = 0; i < _of.Length; i++)
        {
            _of[i].Tensor.Values.CopyTo(_copies[i].Values);
        }
    }

    /// <summary>Makes the network what it was.</summary>
    public void Restore()
    {
        _network.Steps = Steps;
        for (var i = 0; i < _of.Length; i++)
        {
            _copies[i].Values.CopyTo(_of[i].Tensor.Values);
        }
    }
}
