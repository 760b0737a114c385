using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// pᵢ = φ(xᵢ − τ) with the threshold τ for which they add up to 1. For every such map dx = s ⊙ (dy − Σ sⱼ·dyⱼ/Σ sⱼ) with sᵢ = φ′(xᵢ − τ).
/// </summary>
/// <typeparam name="P">φ with the way to its threshold.</typeparam>
internal readonly struct Threshold<P>(P phi) : IRow
    where P : struct, IThreshold
{
    private readonly P phi = phi;

    public RowShape Shape => RowShape.Same;

    public int Room(int columns) => 2 * columns;

    public void Forward<E>(ReadOnlySpan<E> x, Span<E> y, Span<double> room)
        where E : unmanaged
    {
        if (!Shifted(x, room, out var z))
        {
            RowOf.Fill(y, double.NaN);
            return;
        }

        var threshold = phi.Tau(z, room[x.Length..]);
        foreach (ref var value in z)
        {
            value = phi.Of<Real>(value - threshold);
        }

        // Where φ is steep, the nearest double is not near enough to the threshold.
        var sum = FixedSum.Of(z);
        for (var i = 0; i < y.Length; i++)
        {
            Element.Set(ref y[i], 0, z[i] / sum);
        }
    }

    public void Backward<E>(ReadOnlySpan<E> x, ReadOnlySpan<E> dy, Span<E> dx, Span<double> room)
        where E : unmanaged
    {
        if (!Shifted(x, room, out var z))
        {
            RowOf.Fill(dx, double.NaN);
            return;
        }

        var threshold = phi.Tau(z, room[x.Length..]);
        double sum = 0, dot = 0;
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = phi.Of<Dual<Real>>(new(z[i] - threshold, 1)).Slope;
            if (z[i] > 0)
            {
                sum += z[i];
                dot += z[i] * Element.Get(in dy[i], 0);
            }
        }

        for (var i = 0; i < z.Length; i++)
        {
            Element.Set(ref dx[i], 0, z[i] > 0 ? z[i] * (Element.Get(in dy[i], 0) - (dot / sum)) : 0);
        }
    }

    /// <summary>x − max; <c>false</c> where there is no finite maximum or a NaN.</summary>
    private static bool Shifted<E>(ReadOnlySpan<E> x, Span<double> room, out Span<double> z)
        where E : unmanaged
    {
        z = room[..x.Length];
        var maximum = Element.Get(in x[RowOf.IndexOfMaximum(x)], 0);
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = Element.Get(in x[i], 0) - maximum;
        }

        return double.IsFinite(maximum) && !RowOf.HasNaN<double>(z);
    }
}

/// <summary>φ, and the threshold at which it adds up to 1.</summary>
internal interface IThreshold : IActivation
{
    /// <summary>τ with Σ φ(zᵢ − τ) = 1.</summary>
    /// <param name="z">Elements of which the greatest is 0.</param>
    /// <param name="room">As many numbers for its own use.</param>
    double Tau(ReadOnlySpan<double> z, Span<double> room);
}

/// <summary>φ(u) = max(u, 0): the nearest point of the simplex.</summary>
/// <remarks>Martins and Astudillo 2016, arXiv:1602.02068: with z in falling order, τ = (z₁ + … + z_k − 1)/k for the greatest k with z_k > τ.</remarks>
internal readonly struct Sparsemax : IThreshold
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        T.Max(x, 0);

    public double Tau(ReadOnlySpan<double> z, Span<double> room)
    {
        var candidates = Candidates.Of(z, 1, room);
        double sum = -1, threshold = 0;
        for (var k = 1; k <= candidates.Length && (k == 1 || candidates[^k] > threshold); k++)
        {
            sum += candidates[^k];
            threshold = sum / k;
        }

        return threshold;
    }
}

/// <summary>φ(u) = max(u/2, 0)²: entmax with α = 1.5.</summary>
/// <remarks>
/// Peters, Niculae and Martins 2019, arXiv:1905.05702: with w = z/2 in falling order, τ/2 = mean − √((1 − Σ(w − mean)²)/k) over the
/// first k, for the greatest k with w_k ≥ τ/2.
/// </remarks>
internal readonly struct Entmax15 : IThreshold
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T>
    {
        var half = T.Max(0.5 * x, 0);
        return half * half;
    }

    public double Tau(ReadOnlySpan<double> z, Span<double> room)
    {
        var candidates = Candidates.Of(z, 2, room);
        double mean = 0, scatter = 0, threshold = double.NegativeInfinity;
        for (var k = 1; k <= candidates.Length; k++)
        {
            var w = candidates[^k] / 2;
            if (w < threshold)
            {
                break;
            }

            // Welford 1962, doi:10.1080/00401706.1962.10490022
            var step = w - mean;
            mean += step / k;
            scatter += step * (w - mean);
            if (scatter > 1)
            {
                break;
            }

            threshold = mean - Math.Sqrt((1 - scatter) / k);
        }

        return 2 * threshold;
    }
}

/// <summary>The elements that may be above a threshold, in rising order.</summary>
internal static class Candidates
{
    /// <summary>Those less than <paramref name="reach"/> below the greatest, which is 0.</summary>
    public static ReadOnlySpan<double> Of(ReadOnlySpan<double> z, double reach, Span<double> room)
    {
        var count = 0;
        foreach (var value in z)
        {
            if (value > -reach)
            {
                room[count++] = value;
            }
        }

        room[..count].Sort();
        return room[..count];
    }
}
