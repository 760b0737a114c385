using System.Runtime.InteropServices;

namespace Hillock;

/// <summary>Holds the kernels of a function against truths of any precision, which share nothing with them but the formula.</summary>
public static class Verification
{
    /// <summary>How many parts all 2³² floats are tried in.</summary>
    public const int Parts = 1024;

    private const int Chunk = 8192;
    private const uint Stride = 65537;
    private const ulong FirstDraw = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Tries every 65,537th float, and those where something happens: powers of two, kinks, ends of ranges, and the neighbours of all.</summary>
    public static Accuracy Sample(Activation f)
    {
        var trial = new Trial<float>(f, Promise.Float32);
        float[] all = [.. SpecialInputs.Of(f), .. Strided()];
        for (var start = 0; start < all.Length; start += Chunk)
        {
            trial.Of(all.AsSpan(start, Math.Min(Chunk, all.Length - start)));
        }

        return trial.Sharp(trial.Result);
    }

    /// <summary>Tries all 65,536 halves.</summary>
    /// <param name="f">The function.</param>
    /// <param name="every">Or one of so many.</param>
    public static Accuracy Halves(Activation f, int every = 1) => Narrowed<Half>(f, Promise.Float16, every);

    /// <summary>Tries all 65,536 bfloat16s.</summary>
    /// <param name="f">The function.</param>
    /// <param name="every">Or one of so many.</param>
    public static Accuracy BFloat16s(Activation f, int every = 1) => Narrowed<BFloat16>(f, Promise.BFloat16, every);

    /// <summary>Tries doubles of all magnitudes, the same each time, against truths of any precision.</summary>
    /// <param name="f">The function.</param>
    /// <param name="inputs">How many inputs.</param>
    public static Accuracy SampleDoubles(Activation f, int inputs)
    {
        var tally = new Tally(Promise.Float64, f.Function?.Kinks ?? []);
        double[] x = [.. Draws(inputs)], y = new double[inputs], dx = new double[inputs];
        f.Forward(x, y);
        f.Backward(x, [.. x.Select(_ => 1d)], dx);
        for (var i = 0; i < inputs; i++)
        {
            f.Truth.Compare(x[i], y[i], dx[i], tally);
        }

        tally.Inputs += inputs;
        return tally.Result(f.Name);
    }

    /// <summary>Tries all 2³² floats, in parts.</summary>
    /// <param name="f">The function.</param>
    /// <param name="threads">How many threads share the work; the result does not depend on it.</param>
    /// <param name="known">Parts that were tried before, by number.</param>
    /// <param name="done">Is told of each part when it is tried, from any thread.</param>
    /// <param name="stop">Stops between parts.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Accuracy Exhaust(
        Activation f, int threads, IReadOnlyDictionary<int, Accuracy>? known = null, Action<int, Accuracy>? done = null, CancellationToken stop = default)
    {
        var parts = new Accuracy[Parts];
        Parallel.For(0, Parts, new() { MaxDegreeOfParallelism = threads, CancellationToken = stop }, part =>
        {
            if (known?.GetValueOrDefault(part) is { } accuracy)
            {
                parts[part] = accuracy;
                return;
            }

            parts[part] = Part(f, part);
            done?.Invoke(part, parts[part]);
        });
        return new Trial<float>(f, Promise.Float32).Sharp(Accuracy.Sum(parts));
    }

    /// <summary>Tries all floats whose bits, as a number, lie in one of <see cref="Parts"/> equal parts.</summary>
    private static Accuracy Part(Activation f, int part)
    {
        const uint Length = (uint)((1L << 32) / Parts);
        var trial = new Trial<float>(f, Promise.Float32);
        var x = new float[Chunk];
        var bits = MemoryMarshal.Cast<float, uint>(x.AsSpan());
        for (uint start = 0; start < Length; start += Chunk)
        {
            for (var i = 0; i < Chunk; i++)
            {
                bits[i] = ((uint)part * Length) + start + (uint)i;
            }

            trial.Of(x);
        }

        return trial.Result;
    }

    private static Accuracy Narrowed<E>(Activation f, Promise promise, int every)
        where E : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ushort[] bits = [.. Enumerable.Range(0, ((1 << 16) + every - 1) / every).Select(i => (ushort)(i * every))];
        var x = new float[bits.Length];
        Narrow.Widen(MemoryMarshal.Cast<ushort, E>(bits.AsSpan()), x);
        var trial = new Trial<E>(f, promise);
        trial.Of(x);
        return trial.Sharp(trial.Result);
    }

    private static IEnumerable<float> Strided()
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }

    /// <summary>Three of four with exponents from −30 to 9, where functions bend; the others with any.</summary>
    private static IEnumerable<double> Draws(int count)
    {
        var state = FirstDraw;
        for (var i = 0; i < count; i++)
        {
            // SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
            state += FirstDraw;
            var z = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            z ^= z >> 31;
            var exponent = i % 4 == 3 ? (int)((z >> 53) % 2046) - 1022 : (int)((z >> 53) % 40) - 30;
            var significand = 1 + ((z & ((1UL << 52) - 1)) * Math.ScaleB(1, -52));
            yield return Math.ScaleB((z & (1UL << 52)) == 0 ? significand : -significand, exponent);
        }
    }
}
