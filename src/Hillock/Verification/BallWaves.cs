using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Sine, cosine and arctangent from the C library's, one by one.</summary>
internal readonly partial struct Balls
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Sin(Balls x, out Balls cos)
    {
        Span<double> angles = stackalloc double[Vector512<double>.Count], sines = stackalloc double[Vector512<double>.Count];
        x.Centre.CopyTo(angles);
        for (var i = 0; i < angles.Length; i++)
        {
            (sines[i], angles[i]) = Math.SinCos(angles[i]);
        }

        cos = Turned(Vector512.Create<double>(angles), x.Radius);
        return Turned(Vector512.Create<double>(sines), x.Radius);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Atan(Balls x)
    {
        Span<double> angles = stackalloc double[Vector512<double>.Count];
        x.Centre.CopyTo(angles);
        for (var i = 0; i < angles.Length; i++)
        {
            angles[i] = Math.Atan(angles[i]);
        }

        var atan = Vector512.Create<double>(angles);
        var nearest = Vector512.Max(Vector512<double>.Zero, Vector512.Abs(x.Centre) - x.Radius);
        return new(atan, (x.Radius / ((nearest * nearest) + Vector512<double>.One)) + (Vector512.Abs(atan) * Vector512.Create(Trusted)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Balls Sinc(Balls x, out Balls slope)
    {
        const double Small = 0.125, Rest = 1.0 / (1L << 50);
        var sin = Sin(x, out var cos);
        var quotient = sin / x;
        var square = x * x;

        // Σ (−1)ᵏx²ᵏ/(2k+1)!, and its derivative; the next terms are x¹⁰/11! and 12·x¹¹/13!.
        var near = 1 - (square * (Sixth - (square * ((1 / 120.0) - (square * ((1 / 5040.0) - (square * (1 / 362880.0))))))));
        var nearSlope = x * ((square * ((1 / 30.0) - (square * ((1 / 840.0) - (square * ((1 / 45360.0) - (square * (1 / 3991680.0)))))))) - Third);
        var isSmall = IsNear(x, Small);
        slope = Choose(isSmall, Widened(nearSlope, Rest), (cos - quotient) / x);
        return Choose(isSmall, Widened(near, Rest), quotient);
    }

    private static Constant Sixth { get; } = Constant.Of("0.16666666666666666666666666666666667", "1/6");

    [MethodImpl(Inline)]
    private static Balls Turned(Vector512<double> centre, Vector512<double> radius) =>
        new(centre, radius + (Vector512.Abs(centre) * Vector512.Create(Trusted)));
}
