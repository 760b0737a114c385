namespace Hillock.Training;

/// <summary>A copy of all that training has made of a network: weights, statistics, and which step comes next.</summary>
internal sealed class NetworkState
{
    private readonly Network _network;
    private readonly Tensor[] _of;
    private readonly float[][] _copies;
    private long _steps;

    /// <summary>The network as it is now.</summary>
    public NetworkState(Network network)
    {
        _network = network;
        _of = [.. network.Trainables.Select(t => t.Value), .. network.Statistics.Select(s => s.Value)];
        _copies = [.. _of.Select(tensor => new float[tensor.Length])];
        Take();
    }

    /// <summary>Copies the network as it is now.</summary>
    public void Take()
    {
        _steps = _network.Steps;
        for (var i = 0; i < _of.Length; i++)
        {
            _of[i].Values.CopyTo(_copies[i]);
        }
    }

    /// <summary>Makes the network what it was.</summary>
    public void Restore()
    {
        _network.Steps = _steps;
        for (var i = 0; i < _of.Length; i++)
        {
            _copies[i].CopyTo(_of[i].Values);
        }
    }
}
