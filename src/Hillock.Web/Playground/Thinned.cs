namespace Hillock.Web;

/// <summary>A list that stays short however much is added: the first few stay, and of the rest every second, fourth, eighth… does, and the last.</summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="first">How many of the first always stay.</param>
/// <param name="most">How many there are at most.</param>
internal sealed class Thinned<T>(int first, int most)
{
    private readonly List<T> _kept = [];
    private long _added, _stride = 1;
    private bool _lastIsExtra;

    /// <summary>What is kept, in order.</summary>
    public IReadOnlyList<T> Kept => _kept;

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        if (_lastIsExtra)
        {
            _kept.RemoveAt(_kept.Count - 1);
        }
        if (_kept.Count >= most)
        {
            // Those at even places among the rest have multiples of twice the stride.
            List<T> rest = [.. _kept.Skip(first).Where((_, i) => i % 2 == 0)];
            _kept.RemoveRange(first, _kept.Count - first);
            _kept.AddRange(rest);
            _stride *= 2;
        }
        _lastIsExtra = _added >= first && (_added - first) % _stride != 0;
        _kept.Add(item);
        _added++;
    }
}
