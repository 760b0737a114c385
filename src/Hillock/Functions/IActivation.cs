namespace Hillock;

/// <summary>An activation function, written once as a mathematician would, for every algebra.</summary>
/// <example><code>
/// public readonly record struct Gelu : IActivation
/// {
///     [MethodImpl(MethodImplOptions.AggressiveInlining)]
///     public T Of&lt;T&gt;(T x) where T : struct, IReal&lt;T&gt; => x * T.NormalCdf(x);
/// }
/// </code></example>
/// <remarks>The body must be inlined into the kernel's loop: without the attribute it can be five times slower.</remarks>
public interface IActivation
{
    /// <summary>The inputs for which float lanes are accurate enough; doubles compute the rest, and everything unless a function says otherwise.</summary>
    FloatRange Floats => FloatRange.None;

    /// <summary>The same for the slope alone, where it needs more than the value.</summary>
    FloatRange SlopeFloats => Floats;

    /// <summary>
    /// Whether float32 results need all digits of doubles: a root elsewhere than at 0, where terms cancel, or roots and quotients
    /// whose rounding errors add up in floats.
    /// </summary>
    bool NeedsDoubles => false;

    /// <summary>f(x).</summary>
    /// <typeparam name="T">The algebra in which the expression is read.</typeparam>
    T Of<T>(T x)
        where T : struct, IReal<T>;
}

/// <summary>An activation function of x and one number that can vary along with x, so that a network can train it.</summary>
public interface IVariable : IActivation
{
    /// <summary>f(x; parameter).</summary>
    /// <typeparam name="T">The algebra in which the expression is read.</typeparam>
    T Of<T>(T x, T parameter)
        where T : struct, IReal<T>;
}

/// <summary>An activation function of x and two numbers that can vary along with x.</summary>
public interface IVariable2 : IActivation
{
    /// <summary>f(x; first, second).</summary>
    /// <typeparam name="T">The algebra in which the expression is read.</typeparam>
    T Of<T>(T x, T first, T second)
        where T : struct, IReal<T>;
}

/// <summary>An activation function of x and three numbers that can vary along with x.</summary>
public interface IVariable3 : IActivation
{
    /// <summary>f(x; first, second, third).</summary>
    /// <typeparam name="T">The algebra in which the expression is read.</typeparam>
    T Of<T>(T x, T first, T second, T third)
        where T : struct, IReal<T>;
}
