using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Runs a kernel over its spans: in blocks, in vectors as wide as the machine has.</summary>
/// <remarks>
/// float64 is computed in <see cref="Twofold{V}"/>; float32 in floats where the function says that they are accurate enough,
/// otherwise in doubles. A block with an input outside that range is computed carefully: copied, computed both ways, and every
/// element taken from the one that is right for it. So is the rest that fills no vector.
/// </remarks>
internal static class Sweep
{
    // Small enough that a block tested is in the first cache when it is computed, and a careful one costs little.
    private const int Block = 1024;

    // So great that starting the loop counts for nothing.
    private const int WatchedBlock = 8192;

    // All widths divide it.
    private const int Widest = 16;

    /// <summary>Runs kernel K of the function over n elements.</summary>
    public static void Over<K, F, E>(F f, Streams<E> streams, int n)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
    {
        if (LastCache.IsExceededBy(streams.BytesEach * n) && !streams.IsInPlace && streams.BeforeLine >= 0)
        {
            PastCaches<K, F, E>(f, streams, n);
        }
        else
        {
            Written<K, F, E, Through>(f, streams, n);
        }
    }

    /// <summary>Results that would only push out of the caches what is still to be read: written past them.</summary>
    private static unsafe void PastCaches<K, F, E>(F f, Streams<E> streams, int n)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
    {
        fixed (E* y = &streams.FirstY, dx = &streams.FirstDx)
        {
            var head = streams.BeforeLine;
            Written<K, F, E, Through>(f, streams.Slice(0, head), head);
            Written<K, F, E, Around>(f, streams.Slice(head, n - head), n - head);
            Interlocked.MemoryBarrier();
        }
    }

    private static void Written<K, F, E, S>(F f, Streams<E> streams, int n)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
        where S : struct, IWriting
    {
        if (typeof(E) == typeof(double))
        {
            OverWidths<K, F, E, S, Twofold<Doubles512>, Twofold<Doubles256>, Twofold<Doubles128>, Twofold<Doubles1>>(f, streams, n, FloatRange.Finite);
        }
        else if (f.NeedsDoubles)
        {
            OverWidths<K, F, E, S, Doubles512<Full>, Doubles256<Full>, Doubles128<Full>, Doubles1<Full>>(f, streams, n, FloatRange.Finite);
        }
        else if (Nature<F>.IsAlgebraic)
        {
            OverAlgebraic<K, F, E, S>(f, streams, n);
        }
        else if (K.Floats(f) is var floats && floats == FloatRange.None)
        {
            OverWidths<K, F, E, S, Doubles512<Short>, Doubles256<Short>, Doubles128<Short>, Doubles1<Short>>(f, streams, n, FloatRange.Finite);
        }
        else
        {
            OverWidths<K, F, E, S, Floats512, Floats256, Floats128, Floats1>(f, streams, n, floats);
        }
    }

    /// <summary>Functions so cheap that the test for finite inputs is made on the way, and what it finds is computed again.</summary>
    private static void OverAlgebraic<K, F, E, S>(F f, Streams<E> streams, int n)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
        where S : struct, IWriting
    {
        if (streams.IsInPlace)
        {
            OverWidths<K, F, E, S, Floats512, Floats256, Floats128, Floats1>(f, streams, n, FloatRange.Finite);
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            WatchedBlocks<K, F, E, S, Floats512>(f, streams, n);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            WatchedBlocks<K, F, E, S, Floats256>(f, streams, n);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            WatchedBlocks<K, F, E, S, Floats128>(f, streams, n);
        }
        else
        {
            WatchedBlocks<K, F, E, S, Floats1>(f, streams, n);
        }
    }

    private static void WatchedBlocks<K, F, E, S, T>(F f, Streams<E> streams, int n)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
        where S : struct, IWriting
        where T : struct, IFloats<T>, IReal<T>
    {
        var whole = n - (n % T.Count);
        for (var start = 0; start < whole; start += WatchedBlock)
        {
            var count = Math.Min(WatchedBlock, whole - start);
            if (!Watched<K, F, E, S, T>(f, streams, start, start + count))
            {
                Blocks<K, F, E, Through, T, Doubles1<Short>>(f, streams.Slice(start, count), count, FloatRange.Finite);
            }
        }

        if (whole < n)
        {
            Carefully<K, F, E, T, Doubles1<Short>>(f, streams, whole, n - whole, FloatRange.Finite);
        }
    }

    /// <summary>As <see cref="Lanes"/>; says whether all inputs were finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool Watched<K, F, E, S, T>(F f, Streams<E> streams, nint from, nint to)
        where K : struct, IKernel<F>
        where F : struct
        where E : unmanaged
        where S : struct, IWriting
        where T : struct, IFloats<T>, IReal<T>
    {
        T seen = 0;
        for (var i = from; i < to; i += T.Count)
        {
            seen = T.Watch(seen, streams.X<T>(i));
            K.At<T, E, S>(f, streams, i);
        }

        return T.SawFinite(seen);
    }

    /// <summary>The elements from <paramref name="from"/> to <paramref name="to"/>, a whole number of vectors with finite inputs.</summary>
    /// <remarks>
    /// Optimized from the first call: unoptimized, every operator of every lane is a call, and a short training is over before the
    /// just-in-time compiler has come back to it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Lanes<K, F, E, S, T>(F f, Streams<E> streams, nint from, nint to)
        where K : struct, IKernel<F>
        where F : struct
        where E : unmanaged
        where S : struct, IWriting
        where T : struct, ILanes<T>, IReal<T>
    {
        for (var i = from; i < to; i += T.Count)
        {
            K.At<T, E, S>(f, streams, i);
        }
    }

    private static void OverWidths<K, F, E, S, T512, T256, T128, One>(F f, Streams<E> streams, int n, FloatRange range)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
        where S : struct, IWriting
        where T512 : struct, ILanes<T512>, IReal<T512>
        where T256 : struct, ILanes<T256>, IReal<T256>
        where T128 : struct, ILanes<T128>, IReal<T128>
        where One : struct, ILanes<One>, IReal<One>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Blocks<K, F, E, S, T512, Doubles512<Short>>(f, streams, n, range);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Blocks<K, F, E, S, T256, Doubles256<Short>>(f, streams, n, range);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Blocks<K, F, E, S, T128, Doubles128<Short>>(f, streams, n, range);
        }
        else
        {
            Blocks<K, F, E, S, One, Doubles1<Short>>(f, streams, n, range);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks<K, F, E, S, T, W>(F f, Streams<E> streams, int n, FloatRange range)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
        where S : struct, IWriting
        where T : struct, ILanes<T>, IReal<T>
        where W : struct, ILanes<W>, IReal<W>
    {
        var whole = n - (n % T.Count);
        for (var start = 0; start < whole; start += Block)
        {
            var count = Math.Min(Block, whole - start);
            if (AllHold(streams.Inputs(start, count), range))
            {
                Lanes<K, F, E, S, T>(f, streams, start, start + count);
            }
            else
            {
                Carefully<K, F, E, T, W>(f, streams, start, count, range);
            }
        }

        if (whole < n)
        {
            Carefully<K, F, E, T, W>(f, streams, whole, n - whole, range);
        }
    }

    /// <summary>Elements of which some are outside the range of T, not finite, or too few for a vector; where T takes every finite number, W has nothing to do.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Reliability", "CA2014", Justification = "Once per call.")]
    private static void Carefully<K, F, E, T, W>(F f, Streams<E> streams, int start, int count, FloatRange range)
        where K : struct, IKernel<F>
        where F : struct, IActivation
        where E : unmanaged
        where T : struct, ILanes<T>, IReal<T>
        where W : struct, ILanes<W>, IReal<W>
    {
        var padded = (count + Widest - 1) / Widest * Widest;
        Span<E> room = stackalloc E[5 * padded];
        var copy = streams.Copied(start, count, room);
        var x = copy.Inputs(0, padded);
        var allHold = AllHold(x, range);
        if (!allHold && range != FloatRange.Finite)
        {
            Lanes<K, F, E, Through, W>(f, copy, 0, padded);
            for (var i = 0; i < count; i++)
            {
                streams.Take(copy, start, i);
            }
        }

        Lanes<K, F, E, Through, T>(f, copy, 0, padded);
        for (var i = 0; i < count; i++)
        {
            var isFinite = double.IsFinite(Number(x[i]));
            if (!isFinite)
            {
                K.AtEdge(f, copy, i);
            }

            if (allHold || !isFinite || Holds(x[i], range))
            {
                streams.Take(copy, start, i);
            }
        }
    }

    private static bool AllHold<E>(ReadOnlySpan<E> x, FloatRange range)
        where E : unmanaged
    {
        if (typeof(E) == typeof(float))
        {
            return range.Holds(MemoryMarshal.Cast<E, float>(x));
        }

        var all = true;
        foreach (var value in x)
        {
            all &= Holds(value, range);
        }

        return all;
    }

    /// <summary>Whether a number is in the range of T; doubles beyond the floats are, where every finite one is.</summary>
    private static bool Holds<E>(E x, FloatRange range)
        where E : unmanaged =>
        Number(x) > range.Low && Number(x) < range.High;

    private static double Number<E>(E x)
        where E : unmanaged =>
        Doubles1.Load(in x).Word;

    /// <summary>What is known of a function before its first element: a constant to the just-in-time compiler.</summary>
    private static class Nature<F>
        where F : struct, IActivation
    {
        // The four operations, roots and choices are as accurate in floats as they can be.
        public static readonly bool IsAlgebraic = OperationCount.Of(default(F)).IsAlgebraic;
    }
}
