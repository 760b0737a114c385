using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>A function of three parameters with the first held: one of two.</summary>
internal readonly struct HoldingFirst<F>(F f, double held, double second, double third) : IVariable2
    where F : struct, IVariable3
{
    public bool NeedsDoubles => f.NeedsDoubles;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        f.Of<T>(x, held, second, third);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        f.Of(x, held, first, second);
}

/// <summary>A function of three parameters with the third held: one of two.</summary>
internal readonly struct HoldingThird<F>(F f, double first, double second, double held) : IVariable2
    where F : struct, IVariable3
{
    public bool NeedsDoubles => f.NeedsDoubles;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        f.Of<T>(x, first, second, held);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T first, T second)
        where T : struct, IReal<T> =>
        f.Of(x, first, second, held);
}
