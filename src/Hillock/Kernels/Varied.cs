using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>A function of two parameters with the second held: what varies is the first.</summary>
internal readonly struct FirstOf<F>(F f, double first, double second) : IVariable
    where F : struct, IVariable2
{
    public bool NeedsDoubles => f.NeedsDoubles;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        f.Of<T>(x, first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        f.Of(x, parameter, second);
}

/// <summary>A function of two parameters with the first held: what varies is the second.</summary>
internal readonly struct SecondOf<F>(F f, double first, double second) : IVariable
    where F : struct, IVariable2
{
    public bool NeedsDoubles => f.NeedsDoubles;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        f.Of<T>(x, first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        f.Of(x, first, parameter);
}

/// <summary>A function without parameters: nothing varies.</summary>
internal readonly struct Unvaried<F>(F f) : IVariable
    where F : struct, IActivation
{
    public bool NeedsDoubles => f.NeedsDoubles;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        f.Of(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        f.Of(x);
}
