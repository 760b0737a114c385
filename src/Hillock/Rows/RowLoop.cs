using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Runs a pass over a row: float32 in short doubles, float64 in two words.</summary>
internal static class RowLoop
{
    /// <summary>Runs it in lanes as wide as the machine has.</summary>
    public static void Run<P, E>(P pass, int n)
        where P : struct, IPass, allows ref struct
        where E : unmanaged
    {
        if (typeof(E) == typeof(float))
        {
            Run<P, Doubles512<Short>, Doubles256<Short>, Doubles128<Short>, Doubles1<Short>>(pass, n);
        }
        else
        {
            Run<P, Twofold<Doubles512>, Twofold<Doubles256>, Twofold<Doubles128>, Twofold<Doubles1>>(pass, n);
        }
    }

    private static void Run<P, T512, T256, T128, One>(P pass, int n)
        where P : struct, IPass, allows ref struct
        where T512 : struct, ILanes<T512>, IReal<T512>
        where T256 : struct, ILanes<T256>, IReal<T256>
        where T128 : struct, ILanes<T128>, IReal<T128>
        where One : struct, ILanes<One>, IReal<One>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Loop.Over<P, T512, One>(pass, n);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Loop.Over<P, T256, One>(pass, n);
        }
        else
        {
            Loop.Over<P, T128, One>(pass, n);
        }
    }
}
