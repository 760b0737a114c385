using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>(a₀ + a₁x + … + a₅x⁵) / (1 + |b₁x + b₂x² + b₃x³ + b₄x⁴|), a function whose ten coefficients are to be trained.</summary>
/// <remarks>
/// The Padé activation unit of Molina, Schramowski and Kersting 2019, arXiv:1907.06732, in its safe form, which has no poles. One
/// coefficient varies at a time: a gradient of all takes a pass for each.
/// </remarks>
/// <param name="A0">a₀.</param>
/// <param name="A1">a₁.</param>
/// <param name="A2">a₂.</param>
/// <param name="A3">a₃.</param>
/// <param name="A4">a₄.</param>
/// <param name="A5">a₅.</param>
/// <param name="B1">b₁.</param>
/// <param name="B2">b₂.</param>
/// <param name="B3">b₃.</param>
/// <param name="B4">b₄.</param>
/// <param name="Varying">Which of them the parameter stands for: 0 to 9, in this order.</param>
public readonly record struct Rational(
    double A0, double A1, double A2, double A3, double A4, double A5, double B1, double B2, double B3, double B4, int Varying = 0) : IVariable
{
    /// <summary>How many coefficients there are.</summary>
    public const int Coefficients = 10;

    /// <summary>The first of them that belongs to the denominator.</summary>
    public const int FirstOfDenominator = 6;

    /// <summary>The function of these coefficients, in their order.</summary>
    /// <param name="coefficients">All ten.</param>
    /// <param name="varying">Which of them the parameter stands for.</param>
    public static Rational Of(ReadOnlySpan<float> coefficients, int varying = 0) => new(
        coefficients[0],
        coefficients[1],
        coefficients[2],
        coefficients[3],
        coefficients[4],
        coefficients[5],
        coefficients[6],
        coefficients[7],
        coefficients[8],
        coefficients[9],
        varying);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        Value<T>(x, A0, A1, A2, A3, A4, A5, B1, B2, B3, B4);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        Value(
            x,
            Varying == 0 ? parameter : A0,
            Varying == 1 ? parameter : A1,
            Varying == 2 ? parameter : A2,
            Varying == 3 ? parameter : A3,
            Varying == 4 ? parameter : A4,
            Varying == 5 ? parameter : A5,
            Varying == 6 ? parameter : B1,
            Varying == 7 ? parameter : B2,
            Varying == 8 ? parameter : B3,
            Varying == 9 ? parameter : B4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Value<T>(T x, T a0, T a1, T a2, T a3, T a4, T a5, T b1, T b2, T b3, T b4)
        where T : struct, IReal<T>
    {
        var numerator = (((((((((a5 * x) + a4) * x) + a3) * x) + a2) * x) + a1) * x) + a0;
        var denominator = ((((((b4 * x) + b3) * x) + b2) * x) + b1) * x;
        return numerator / (T.Abs(denominator) + 1);
    }
}
