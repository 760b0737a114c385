using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>The extents of one sample, the slowest first and the channels last: <c>28×28×1</c> for an image, <c>64×16</c> for 64 steps of 16.</summary>
/// <remarks>
/// Channels come last, so that every layer sees the same thing: positions, each a row of channels that lie next to each other. A dense
/// layer's units, an image's channels and a sequence's features are all columns.
/// </remarks>
[CollectionBuilder(typeof(SampleShape), nameof(Of))]
[SuppressMessage("Naming", "CA1710", Justification = "A shape, which happens to be made of numbers.")]
public readonly struct SampleShape : IEquatable<SampleShape>, IEnumerable<int>
{
    private readonly int[]? _extents;

    private SampleShape(ReadOnlySpan<int> extents) => _extents = extents.ToArray();

    /// <summary>The extents, the channels last.</summary>
    public ReadOnlySpan<int> Extents => _extents;

    /// <summary>The number of extents.</summary>
    public int Rank => Extents.Length;

    /// <summary>Numbers in a sample: the product of the extents.</summary>
    public int Count => Positions * Channels;

    /// <summary>The last extent.</summary>
    public int Channels => Rank == 0 ? 1 : Extents[^1];

    /// <summary>How many rows of channels there are: the product of the other extents, 1 for a plain row of features.</summary>
    public int Positions
    {
        get
        {
            var product = 1;
            for (var i = 0; i < Rank - 1; i++)
            {
                product *= Extents[i];
            }
            return product;
        }
    }

    /// <summary>The same numbers as one row.</summary>
    public SampleShape Flat => [Count];

    /// <summary>One extent.</summary>
    public int this[Index index] => Extents[index];

    /// <summary>A row of features.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The collection expression [features] says the same.")]
    public static implicit operator SampleShape(int features) => [features];

    /// <summary>Whether two shapes have the same extents.</summary>
    public static bool operator ==(SampleShape left, SampleShape right) => left.Equals(right);

    /// <summary>Whether two shapes differ.</summary>
    public static bool operator !=(SampleShape left, SampleShape right) => !left.Equals(right);

    /// <summary>A shape of these extents; what a collection expression calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An extent is below 1, or there are more than 2³¹ − 1 numbers.</exception>
    public static SampleShape Of(ReadOnlySpan<int> extents)
    {
        long count = 1;
        foreach (var extent in extents)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(extent, 1, nameof(extents));
            count *= extent;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, int.MaxValue, nameof(extents));
        }
        return new(extents);
    }

    /// <summary>The same positions with other channels.</summary>
    public SampleShape WithChannels(int channels) => [.. Extents[..^1], channels];

    /// <inheritdoc/>
    public bool Equals(SampleShape other) => Extents.SequenceEqual(other.Extents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SampleShape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var extent in Extents)
        {
            hash.Add(extent);
        }
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => (_extents ?? []).AsEnumerable().GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary><c>28×28×1</c>.</summary>
    public override string ToString() => string.Join('×', _extents ?? []);
}
