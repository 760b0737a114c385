namespace Hillock.Training;

/// <summary>A file that is to be put into objects that are there: everything is compared before anything is changed.</summary>
internal sealed class StoredState
{
    private readonly SafeTensors _file;
    private readonly Dictionary<string, StoredTensor> _tensors;
    private readonly BrokenFile _broken;

    public StoredState(string path)
    {
        (_file, _broken) = (SafeTensors.Read(path), new(path));
        _tensors = _file.Tensors.ToDictionary(t => t.Name);
    }

    /// <summary>Copies numbers to their places; what the file holds under <see cref="Weights.Besides"/> may be left over, nothing else.</summary>
    /// <exception cref="HillockException">A name, type or shape differs.</exception>
    public void CopyTo(IEnumerable<(string Name, Tensor Tensor)> places)
    {
        (string Name, Tensor Tensor)[] all = [.. places];
        foreach (var (name, tensor) in all)
        {
            Of(name, ElementType.Float32, [.. tensor.Shape.ToArray()]);
        }
        var wanted = all.Select(place => place.Name).ToHashSet();
        if (_tensors.Keys.FirstOrDefault(name => !wanted.Contains(name) && !name.StartsWith(Weights.Besides, StringComparison.Ordinal)) is { } unknown)
        {
            throw _broken.In(unknown, $"the network has no such weights{Nearest.DidYouMean(unknown, wanted)}");
        }
        foreach (var (name, tensor) in all)
        {
            _tensors[name].As<float>().CopyTo(tensor.Values);
        }
    }

    /// <summary>The array of that name, type and shape.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public StoredTensor Of(string name, ElementType type, IReadOnlyList<long> shape)
    {
        if (!_tensors.TryGetValue(name, out var stored))
        {
            throw _broken.In(name, $"is not in the file{Nearest.DidYouMean(name, _tensors.Keys)}");
        }
        var right = stored with { Type = type, Shape = shape };
        return stored.Type == type && stored.Shape.SequenceEqual(shape)
            ? stored
            : throw _broken.In(name, $"is {Shown.Plain(stored.ToString())} in the file; {right} is wanted");
    }

    /// <summary>A number among the texts.</summary>
    /// <exception cref="HillockException">There is none, or it cannot be.</exception>
    public N Number<N>(string name, Func<N, bool> can)
        where N : IParsable<N> =>
        N.TryParse(Text(name), System.Globalization.CultureInfo.InvariantCulture, out var number) && can(number)
            ? number
            : throw Wrong(name, "cannot be");

    /// <summary>A text.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public string Text(string name) => _file.Metadata.TryGetValue(name, out var text)
        ? text
        : throw _broken.In(name, "is not in the file's metadata; a checkpoint is wanted");

    /// <summary>What to say of a text that does not fit.</summary>
    public HillockException Wrong(string name, string why) => In(name, $"is {Shown.Quoted(Text(name))}; that {why}");

    /// <summary>What to say of something in the file.</summary>
    public HillockException In(string name, string what) => _broken.In(name, what);
}
