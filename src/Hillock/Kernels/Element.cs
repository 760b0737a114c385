using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>Elements of a span, floats or doubles, by index.</summary>
internal static class Element
{
    /// <summary>The element itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly E At<E>(ref readonly E first, nint i) => ref Unsafe.Add(ref Unsafe.AsRef(in first), i);

    /// <summary>The element as a double.</summary>
    public static double Get<E>(ref readonly E first, nint i)
        where E : unmanaged =>
        Doubles1.Load(in At(in first, i)).Word;

    /// <summary>Parameters for the lanes from element i on: the first one for all (step 0), or one for each (step 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Parameter<T, E>(ref readonly E first, nint step, nint i)
        where T : struct, ILanes<T>, IReal<T>
        where E : unmanaged =>
        step == 0 ? Get(in first, 0) : T.Load(in At(in first, i));

    /// <summary>Writes a double, rounded to the element's type.</summary>
    public static void Set<E>(ref E first, nint i, double value)
        where E : unmanaged =>
        new Doubles1(value).Store(ref Unsafe.Add(ref first, i));
}
