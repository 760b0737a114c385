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
        var tally = NewTally(f, Promise.Float32);
        float[] all = [.. SpecialInputs.Of(f), .. Strided()];
        for (var start = 0; start < all.Length; start += Chunk)
        {
            Try(f, all.AsSpan(start, Math.Min(Chunk, all.Length - start)), tally);
        }

        return Sharp(f, tally.Result(f.Name));
    }

    /// <summary>Tries doubles of all magnitudes, the same each time, against truths of any precision.</summary>
    /// <param name="f">The function.</param>
    /// <param name="inputs">How many inputs.</param>
    public static Accuracy SampleDoubles(Activation f, int inputs)
    {
        var tally = NewTally(f, Promise.Float64);
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
        return Sharp(f, Accuracy.Sum(parts));
    }

    /// <summary>Tries all floats whose bits, as a number, lie in one of <see cref="Parts"/> equal parts.</summary>
    private static Accuracy Part(Activation f, int part)
    {
        const uint Length = (uint)((1L << 32) / Parts);
        var tally = NewTally(f, Promise.Float32);
        var x = new float[Chunk];
        var bits = MemoryMarshal.Cast<float, uint>(x.AsSpan());
        for (uint start = 0; start < Length; start += Chunk)
        {
            for (var i = 0; i < Chunk; i++)
            {
                bits[i] = ((uint)part * Length) + start + (uint)i;
            }

            Try(f, x, tally);
        }

        return tally.Result(f.Name);
    }

    private static Tally NewTally(Activation f, Promise promise) => new(promise, f.Function?.Kinks ?? []);

    /// <summary>The worst errors again, to all digits.</summary>
    private static Accuracy Sharp(Activation f, Accuracy rough)
    {
        Accuracy At(WorstError worst)
        {
            var (tally, x, y, dx) = (NewTally(f, Promise.Float32), (float)worst.X, new float[1], new float[1]);
            f.ForwardBackward([x], [1], y, dx);
            f.Truth.Compare(x, y[0], dx[0], tally);
            return tally.Result(f.Name);
        }

        return rough with
        {
            Values = rough.Values with { Ulp = At(rough.Values.Ulp).Values.Ulp },
            Slopes = rough.Slopes with { Ulp = At(rough.Slopes.Ulp).Slopes.Ulp },
            SlopeError = At(rough.SlopeError).SlopeError,
        };
    }

    private static void Try(Activation f, ReadOnlySpan<float> x, Tally tally)
    {
        float[] ones = new float[x.Length], y = new float[x.Length], dx = new float[x.Length];
        Array.Fill(ones, 1);
        f.ForwardBackward(x, ones, y, dx);
        f.Truth.Compare(x, y, dx, tally);
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
