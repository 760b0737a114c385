using System.Runtime.CompilerServices;

namespace Hillock;

// What is neither a number nor a function: how an expression is to be read.
public partial interface IReal<T>
{
    /// <summary>
    /// One value written in two ways: where the condition holds, <paramref name="better"/>, which there keeps digits that
    /// <paramref name="written"/> would lose. Formulas show only the latter.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Prefer(T condition, T better, T written) => T.Where(condition, better, written);

    /// <summary>A value with the slope of another, which stands in for one that is 0 or does not exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Surrogate(T value, T smooth) => value;

    /// <summary>√(x² + square), also where x² is beyond the greatest number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual T Hypotenuse(T x, T square) => T.Prefer(T.Abs(x) > 1e150, T.Abs(x), T.Sqrt((x * x) + square));
}
