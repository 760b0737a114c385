using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Random draws by number: the same seed and number give the same bits, in whatever order, on every machine.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). Not for secrets.</remarks>
/// <param name="Seed">Streams of different seeds start at unrelated places.</param>
public readonly record struct CounterDraws(ulong Seed)
{
    /// <summary>From one state to the next: 2⁶⁴ over the golden ratio.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    private const ulong First = 0xBF58476D1CE4E5B9, Second = 0x94D049BB133111EB;

    private readonly ulong start = Mixed(Seed);

    /// <summary>64 uniform bits.</summary>
    /// <param name="number">Which draw.</param>
    public ulong Bits(long number) => Mixed(start + (((ulong)number + 1) * Step));

    /// <summary>64 uniform bits for each of several numbers, the same as one by one.</summary>
    /// <param name="first">The first draw's number.</param>
    /// <param name="bits">Receives one draw after the other.</param>
    public void Bits(long first, Span<ulong> bits)
    {
        var i = 0;
        var states = Vector256.Create(start) + ((Vector256.Create((ulong)first + 1) + Vector256<ulong>.Indices) * Step);
        for (; i <= bits.Length - Vector256<ulong>.Count; i += Vector256<ulong>.Count)
        {
            Mixed(states).CopyTo(bits[i..]);
            states += Vector256.Create(unchecked((ulong)Vector256<ulong>.Count * Step));
        }

        for (; i < bits.Length; i++)
        {
            bits[i] = Bits(first + i);
        }
    }

    /// <summary>Uniform between 0 and 1, both excluded: an odd multiple of 2⁻⁵³.</summary>
    /// <param name="number">Which draw.</param>
    public double Uniform(long number) => ((Bits(number) >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A state's bits, thoroughly mixed.</summary>
    /// <param name="state">Any 64 bits.</param>
    public static ulong Mixed(ulong state)
    {
        state = (state ^ (state >> 30)) * First;
        state = (state ^ (state >> 27)) * Second;
        return state ^ (state >> 31);
    }

    /// <inheritdoc cref="Mixed(ulong)"/>
    private static Vector256<ulong> Mixed(Vector256<ulong> states)
    {
        states = (states ^ (states >> 30)) * First;
        states = (states ^ (states >> 27)) * Second;
        return states ^ (states >> 31);
    }
}
