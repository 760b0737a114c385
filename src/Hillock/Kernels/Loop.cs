using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Runs a pass over a span: vectors as wide as the machine has, single lanes for the rest, and the edge where a number is not finite.</summary>
internal static class Loop
{
    /// <summary>Runs a pass in the algebra that keeps the promised accuracy: float32 in short doubles, float64 in two words.</summary>
    public static void Run<P, E>(P pass, int n)
        where P : struct, IPass, allows ref struct
        where E : unmanaged
    {
        if (typeof(E) == typeof(float))
        {
            OverWidths<P, Doubles512<Short>, Doubles256<Short>, Doubles128<Short>, Doubles1<Short>>(pass, n);
        }
        else
        {
            RunWide<P, E>(pass, n);
        }
    }

    /// <summary>Runs a pass one step above the element type, float32 in full doubles.</summary>
    public static void RunWide<P, E>(P pass, int n)
        where P : struct, IPass, allows ref struct
        where E : unmanaged
    {
        if (typeof(E) == typeof(float))
        {
            OverWidths<P, Doubles512, Doubles256, Doubles128, Doubles1>(pass, n);
        }
        else
        {
            OverWidths<P, Twofold<Doubles512>, Twofold<Doubles256>, Twofold<Doubles128>, Twofold<Doubles1>>(pass, n);
        }
    }

    /// <summary>Runs a pass in lanes of type <typeparamref name="T"/>, with <typeparamref name="One"/> for the rest.</summary>
    /// <remarks>
    /// Optimized from the first call: unoptimized, every operator of every lane is a call, and a short training is over before the
    /// just-in-time compiler has come back to it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Over<P, T, One>(P pass, int n)
        where P : struct, IPass, allows ref struct
        where T : struct, ILanes<T>, IReal<T>
        where One : struct, ILanes<One>, IReal<One>
    {
        nint i = 0;
        for (; i <= n - T.Count; i += T.Count)
        {
            if (!pass.At<T>(i))
            {
                Singly<P, One>(ref pass, i, i + T.Count);
            }
        }

        Singly<P, One>(ref pass, i, n);
    }

    private static void OverWidths<P, T512, T256, T128, One>(P pass, int n)
        where P : struct, IPass, allows ref struct
        where T512 : struct, ILanes<T512>, IReal<T512>
        where T256 : struct, ILanes<T256>, IReal<T256>
        where T128 : struct, ILanes<T128>, IReal<T128>
        where One : struct, ILanes<One>, IReal<One>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Over<P, T512, One>(pass, n);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Over<P, T256, One>(pass, n);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Over<P, T128, One>(pass, n);
        }
        else
        {
            Over<P, One, One>(pass, n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Singly<P, One>(ref P pass, nint from, nint to)
        where P : struct, IPass, allows ref struct
        where One : struct, ILanes<One>, IReal<One>
    {
        for (var i = from; i < to; i++)
        {
            if (!pass.At<One>(i))
            {
                pass.AtEdge(i);
            }
        }
    }
}
