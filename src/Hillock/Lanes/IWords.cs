namespace Hillock;

/// <summary>
/// Floats or doubles side by side, with the operations elementary functions are built from. All of them are exact or
/// correctly rounded, so every width gives the same bits.
/// </summary>
/// <remarks>
/// Horner and Within take plain numbers and do several steps at once: the just-in-time compiler stops inlining when a method
/// has 512 local variables, and every operator costs two.
/// </remarks>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IWords<T> : ILanes<T>
    where T : struct, IWords<T>, IReal<T>
{
    /// <summary>a·b + c, rounded once.</summary>
    static abstract T Fma(T a, T b, T c);

    /// <summary>What rounding took from a product: a·b − product, exact.</summary>
    static abstract T Lost(T a, T b, T product);

    /// <summary>c − a·b, rounded once.</summary>
    static abstract T Residue(T a, T b, T c);

    /// <summary>(((p·x + a)·x + b)·x + c)·x + d: four steps of Horner's rule.</summary>
    static abstract T Horner(T p, T x, double a, double b, double c, double d);

    /// <summary>x, not below low and not above high.</summary>
    static abstract T Within(T x, double low, double high);

    /// <summary>The magnitude of <paramref name="x"/> with the sign of <paramref name="sign"/>, −0 included.</summary>
    static abstract T WithSign(T x, T sign);

    /// <summary>2ⁿ from n with the format's rounding number and its exponent bias added, which leaves n + bias in the lowest bits.</summary>
    static abstract T PowerOfTwo(T rounded);
}
