using System.Numerics;

namespace Hillock.Training;

/// <summary>The gradients of all that a network trains, as one vector.</summary>
/// <remarks>Work is done in blocks that depend on nothing but the lengths, so that every number of threads gives the same bits.</remarks>
internal sealed class AllGradients
{
    private const int Most = 4096;

    private readonly Block[] _blocks;
    private readonly double[] _squares;
    private readonly Action<int, int> _square, _scale, _clamp, _add, _take;
    private readonly Lazy<Tensor[]> _sums;
    private readonly Crew _crew;
    private float _factor;

    public AllGradients(IReadOnlyList<Trainable> trainables, Crew crew)
    {
        _crew = crew;
        _blocks = [.. trainables.SelectMany((t, of) => Blocks(of, t.Gradient))];
        _squares = new double[_blocks.Length];
        _sums = new(() => [.. trainables.Select(t => new Tensor(t.Gradient.Shape))]);
        _square = Each((block, i) => _squares[i] = Sums.OfSquares(block.Gradient.Values.Slice(block.First, block.Length)));
        _scale = Each((block, _) => Change<Scaled>(block.Gradient, block.Gradient, block));
        _clamp = Each((block, _) => Change<Clamped>(block.Gradient, block.Gradient, block));
        _add = Each((block, _) => Change<Added>(_sums.Value[block.Of], block.Gradient, block));
        _take = Each((block, _) =>
        {
            Change<Scaled>(block.Gradient, _sums.Value[block.Of], block);
            _sums.Value[block.Of].Values.Slice(block.First, block.Length).Clear();
        });
    }

    /// <summary>The Euclidean norm.</summary>
    public double Norm()
    {
        Run(_square, 0);
        var sum = 0.0;
        foreach (var squares in _squares)
        {
            sum += squares;
        }
        return Math.Sqrt(sum);
    }

    /// <summary>g ← factor·g.</summary>
    public void Scale(double factor) => Run(_scale, factor);

    /// <summary>Every number between −most and most.</summary>
    public void Clamp(double most) => Run(_clamp, most);

    /// <summary>sum ← sum + weight·g.</summary>
    public void Add(double weight) => Run(_add, weight);

    /// <summary>g ← factor·sum, and the sum begins anew at 0.</summary>
    public void Take(double factor) => Run(_take, factor);

    private static IEnumerable<Block> Blocks(int of, Tensor gradient)
    {
        for (var first = 0; first < gradient.Length; first += Most)
        {
            yield return new(of, gradient, first, Math.Min(Most, gradient.Length - first));
        }
    }

    private Action<int, int> Each(Action<Block, int> work) => (part, parts) =>
    {
        var (first, count) = Share.Of(_blocks.Length, part, parts, 1).GetOffsetAndLength(_blocks.Length);
        for (var i = first; i < first + count; i++)
        {
            work(_blocks[i], i);
        }
    };

    private void Run(Action<int, int> work, double factor)
    {
        _factor = (float)factor;
        _crew.Run(work, (long)_blocks.Length * Most);
    }

    private unsafe void Change<C>(Tensor to, Tensor from, Block block)
        where C : IChange
    {
        float* target = to.Pointer, source = from.Pointer;
        int first = block.First, end = first + block.Length;
        for (; first <= end - PreferredLanes.Count; first += PreferredLanes.Count)
        {
            var (old, value) = (PreferredLanes.Load(target + first), PreferredLanes.Load(source + first));
            PreferredLanes.Store(C.Of<PreferredLanes, Vector<float>>(old, value, _factor), target + first);
        }
        for (; first < end; first++)
        {
            target[first] = C.Of<OneLane, float>(target[first], source[first], _factor);
        }
        GC.KeepAlive(this);
    }

    /// <summary>Some numbers of one gradient.</summary>
    private sealed record Block(int Of, Tensor Gradient, int First, int Length);

    /// <summary>What becomes of a number, from what stands there and another.</summary>
    private interface IChange
    {
        static abstract V Of<L, V>(V old, V value, float factor)
            where L : IUpdateLanes<V>
            where V : struct;
    }

    private readonly struct Scaled : IChange
    {
        public static V Of<L, V>(V old, V value, float factor)
            where L : IUpdateLanes<V>
            where V : struct =>
            L.Multiply(value, L.All(factor));
    }

    private readonly struct Clamped : IChange
    {
        public static V Of<L, V>(V old, V value, float factor)
            where L : IUpdateLanes<V>
            where V : struct =>
            L.Clamp(value, factor);
    }

    private readonly struct Added : IChange
    {
        public static V Of<L, V>(V old, V value, float factor)
            where L : IUpdateLanes<V>
            where V : struct =>
            L.MultiplyAdd(value, L.All(factor), old);
    }
}
