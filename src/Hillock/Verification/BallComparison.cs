using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Compares floats with truths eight at a time; what that cannot decide is looked at one by one.</summary>
internal readonly struct BallComparison<F>(F f, Truth truth, Tally tally)
    where F : struct, IActivation
{
    // A truth is known well enough when it is known to this share of the spacing of the format's numbers.
    private const double Decided = 1.0 / 512;
    private const ulong ExponentBits = 0x7FF0_0000_0000_0000;

    // These bits less those of a power of two are those of its inverse.
    private const ulong InverseBits = 0x7FE0_0000_0000_0000;

    private Promise Promise => tally.Promise;

    public void Over(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dx)
    {
        var whole = x.Length - (x.Length % Vector512<double>.Count);
        Whole(x[..whole], y, dx);
        for (var i = whole; i < x.Length; i++)
        {
            One(x[i], y[i], dx[i]);
        }

        tally.Inputs += x.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Whole(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dx)
    {
        var (sum, slopeSum) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var counted = 0;
        for (var i = 0; i < x.Length; i += Vector512<double>.Count)
        {
            var exact = f.Of(new Dual<Balls>(new(Load(x, i), Vector512<double>.Zero), 1));
            var value = Compared(exact.Value, Load(y, i), tally.Values.Worst, out var difference, out var error);
            var slope = Compared(exact.Slope, Load(dx, i), tally.Slopes.Worst, out difference, out var slopeError);
            var bound = (Vector512.Abs(exact.Slope.Centre) * Promise.SlopeBound) + Vector512.Create((Promise.Before ?? Promise).Least);
            if (Promise.Before is not null)
            {
                bound += Spacing(exact.Slope.Centre) * 0.5;
            }

            var within = Vector512.LessThanOrEqual(difference, bound * Math.Max(Decided, tally.SlopeError.Error));
            if ((value & slope & within).ExtractMostSignificantBits() == 0xFF)
            {
                sum += error;
                slopeSum += slopeError;
                counted += Vector512<double>.Count;
            }
            else
            {
                OneByOne(x, y, dx, i, exact);
            }
        }

        tally.Values.AddOrdinary(counted, Vector512.Sum(sum));
        tally.Slopes.AddOrdinary(counted, Vector512.Sum(slopeSum));
    }

    /// <summary>Where there is nothing to note: truth known and ordinary, result finite, error no greater than the worst so far or what can be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Compared(
        Balls exact, Vector512<double> result, WorstError worst, out Vector512<double> difference, out Vector512<double> error)
    {
        var magnitude = Vector512.Abs(exact.Centre);
        var spacing = Spacing(exact.Centre);
        difference = Vector512.Abs(result - exact.Centre);
        error = difference * (Vector512.Create(InverseBits) - spacing.AsUInt64()).AsDouble();
        var vanished = Vector512.Equals(result, Vector512<double>.Zero) & Vector512.GreaterThanOrEqual(magnitude, Vector512.Create(Promise.Normal));
        return Vector512.LessThanOrEqual(exact.Radius, spacing * Decided)
            & Vector512.LessThan(magnitude, Vector512.Create(0.5 * Promise.Overflow))
            & Vector512.LessThanOrEqual(error, Vector512.Create(Math.Max(Decided, worst.Error)))
            & ~vanished;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OneByOne(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dx, int start, Dual<Balls> exact)
    {
        var curvature = default(Balls);
        var haveCurvature = false;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            var i = start + lane;
            if (!float.IsFinite(x[i]) || !IsDecided(exact.Value, lane) || !IsDecided(exact.Slope, lane))
            {
                One(x[i], y[i], dx[i]);
                continue;
            }

            var (value, slope) = (exact.Value.Centre[lane], exact.Slope.Centre[lane]);
            tally.Values.Add(x[i], y[i], value, y[i] - value);
            var difference = dx[i] - slope;
            if (!tally.HasSlope(x[i])
                || !tally.Slopes.Add(x[i], dx[i], slope, difference)
                || Math.Abs(difference) <= Promise.MostOff(slope, 0) * tally.SlopeError.Error)
            {
                continue;
            }

            if (!haveCurvature)
            {
                curvature = Curvature(Load(x, start));
                haveCurvature = true;
            }

            var second = curvature.Centre[lane];
            if (curvature.Radius[lane] <= Decided * (Math.Abs(slope) + Math.Abs(second)))
            {
                tally.CountSlope(x[i], difference, slope, second);
            }
            else if (truth.At(x[i]) is { } point)
            {
                tally.CountSlope(x[i], difference, slope, (double)point.Curvature);
            }
        }
    }

    /// <summary>f″: never inlined into the loop, which would be too large to be compiled well.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Balls Curvature(Vector512<double> x) => f.Of(new Dual<Dual<Balls>>(new(new(x, Vector512<double>.Zero), 1), new(1, 0))).Slope.Slope;

    private void One(float x, float y, float dx)
    {
        if (float.IsNaN(x))
        {
            tally.WrongNaN += float.IsNaN(y) && float.IsNaN(dx) ? 0 : 1;
        }
        else if (float.IsFinite(x))
        {
            truth.Compare(x, y, dx, tally);
        }
    }

    private bool IsDecided(Balls exact, int lane)
    {
        var (centre, radius) = (exact.Centre[lane], exact.Radius[lane]);
        return double.IsInfinity(centre) ? double.IsFinite(radius) : radius <= Promise.Spacing(centre) * Decided;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Spacing(Vector512<double> truth) => Vector512.Max(
        (truth.AsUInt64() & Vector512.Create(ExponentBits)).AsDouble() * Vector512.Create(Math.ScaleB(1, 1 - Promise.Digits)),
        Vector512.Create(Promise.Least));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ReadOnlySpan<float> source, int i)
    {
        var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)i));
        return Vector512.Create(low, high);
    }
}
