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

    /// <summary>Writes a double, rounded to the element's type.</summary>
    public static void Set<E>(ref E first, nint i, double value)
        where E : unmanaged =>
        new Doubles1(value).Store(ref Unsafe.Add(ref first, i));
}
