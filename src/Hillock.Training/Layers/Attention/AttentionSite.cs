using System.Buffers;
using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>A place of a network where positions look at each other, or at those of a memory, to be looked into after a pass, of training or evaluation.</summary>
/// <remarks>
/// The entropy −Σ p·ln p of how a position shares out its attention is 0 where it looks at one position only, and greatest where it looks at
/// all alike. Heads that fall to 0 go with unstable training (Zhai et al. 2023, arXiv:2303.06296). Reading changes no number of the network.
/// </remarks>
public sealed class AttentionSite
{
    private readonly Attention _layer;

    internal AttentionSite(Attention layer) => _layer = layer;

    /// <summary>Its name within the network: <c>transformer1.attention</c>.</summary>
    public string Name => _layer.Name;

    /// <summary>How many times positions look.</summary>
    public int Heads => _layer.HeadCount;

    /// <summary>Positions of a sample that look.</summary>
    public int Positions => _layer.Input.Positions;

    /// <summary>Positions that are looked at: the same, or those of a memory.</summary>
    public int Seen => _layer.Seen;

    /// <summary>Samples that can be read, those of the last pass; 0 before the first.</summary>
    public int Samples => _layer.Outputs.Rows;

    /// <summary>
    /// What <see cref="HeadAttention.Entropy"/> would be if each position looked at all that it sees alike: ln n for n positions seen, ln(n!)/n where
    /// a position sees none that come after it, in nats.
    /// </summary>
    public double GreatestEntropy => Enumerable.Range(1, Positions).Average(position => Math.Log(_layer.IsCausal ? position : Seen));

    /// <summary>What a head did in the last pass, of all samples and positions.</summary>
    /// <param name="head">Which, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head.</exception>
    /// <exception cref="InvalidOperationException">There has been no pass.</exception>
    public HeadAttention Read(int head)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)head, (uint)Heads, nameof(head));
        if (Samples == 0)
        {
            throw new InvalidOperationException($"{Name} has no samples to read; there are some after a forward pass.");
        }
        var length = Positions * Seen;
        var rented = ArrayPool<float>.Shared.Rent(length);
        var terms = rented.AsSpan(0, length);
        double entropy = 0, given = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var shares = _layer.Shares.Values.Slice(((sample * Heads) + head) * length, length);
            given += length - shares.Count(0f);
            default(Surprise).Forward(shares, terms);
            entropy += Sums.Of(terms);
        }
        ArrayPool<float>.Shared.Return(rented);
        var seen = (double)Samples * (_layer.IsCausal ? Positions * (Positions + 1) / 2 : length);
        return new(entropy / ((double)Samples * Positions), 1 - (given / seen));
    }

    /// <summary>−p·ln p, 0 where nothing is shared.</summary>
    private readonly struct Surprise : IActivation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            T.Where(x > 0, -x * T.Log(x), 0);
    }
}

/// <summary>What one head of an <see cref="AttentionSite"/> did.</summary>
/// <param name="Entropy">The mean of −Σ p·ln p over samples and positions, p being a position's shares, in nats.</param>
/// <param name="Zeros">
/// The part of the positions seen that got a share of exactly 0, as sparsemax gives; those that are hidden because they come later do not count.
/// </param>
public readonly record struct HeadAttention(double Entropy, double Zeros);
