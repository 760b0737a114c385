using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// Sixteen sums of floats, of every sixteenth element each, with what rounding took from them: one fixed order, whatever the width
/// of the vectors.
/// </summary>
/// <remarks>
/// They start from a number that no element exceeds, so that what an addition loses is e − (sum − before), exactly (Dekker 1971,
/// doi:10.1007/BF01397083): three operations and no conversion to doubles.
/// </remarks>
/// <typeparam name="T">Lanes for floats, four at least.</typeparam>
internal struct FloatSums<T>
    where T : struct, IFloats<T>, IReal<T>
{
    /// <summary>After so many elements what was lost is to be gathered: the sum of it is rounded, too.</summary>
    public const int Most = 1 << 14;

    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private T a, b, c, d;
    private T lostA, lostB, lostC, lostD;

    /// <summary>Sums of nothing yet.</summary>
    /// <param name="start">Exceeds every element.</param>
    [MethodImpl(Inline)]
    public FloatSums(float start)
    {
        a = b = c = d = start;
        lostA = lostB = lostC = lostD = 0;
    }

    /// <summary>Adds sixteen elements, one to each sum.</summary>
    [MethodImpl(Inline)]
    public void Add(ref readonly float x)
    {
        Plus(ref a, ref lostA, At(in x, 0));
        if (T.Count <= 8)
        {
            Plus(ref b, ref lostB, At(in x, 1));
        }

        if (T.Count <= 4)
        {
            Plus(ref c, ref lostC, At(in x, 2));
            Plus(ref d, ref lostD, At(in x, 3));
        }
    }

    /// <summary>Adds one vector, the <paramref name="i"/>th of sixteen elements.</summary>
    [MethodImpl(Inline)]
    public void Add(int i, T value)
    {
        switch (i)
        {
            case 0:
                Plus(ref a, ref lostA, value);
                break;
            case 1:
                Plus(ref b, ref lostB, value);
                break;
            case 2:
                Plus(ref c, ref lostC, value);
                break;
            default:
                Plus(ref d, ref lostD, value);
                break;
        }
    }

    /// <summary>The sums as they are, to be added up later.</summary>
    [MethodImpl(Inline)]
    public readonly void Store(out LaneSums lanes)
    {
        Unsafe.SkipInit(out lanes);
        Store(a, lostA, ref lanes, 0);
        if (T.Count <= 8)
        {
            Store(b, lostB, ref lanes, 1);
        }

        if (T.Count <= 4)
        {
            Store(c, lostC, ref lanes, 2);
            Store(d, lostD, ref lanes, 3);
        }
    }

    [MethodImpl(Inline)]
    private static T At(ref readonly float x, int vector) => T.Load(in Element.At(in x, vector * T.Count));

    [MethodImpl(Inline)]
    private static void Plus(ref T sum, ref T lost, T value)
    {
        var before = sum;
        sum = before + value;
        lost += value - (sum - before);
    }

    [MethodImpl(Inline)]
    private static void Store(T sum, T rest, ref LaneSums lanes, int vector)
    {
        sum.Store(ref lanes.Sums[vector * T.Count]);
        rest.Store(ref lanes.Lost[vector * T.Count]);
    }
}

/// <summary>Sixteen sums and what rounding took from them.</summary>
internal struct LaneSums
{
    public Sixteen Sums;
    public Sixteen Lost;

    /// <summary>The sum of the sums.</summary>
    /// <param name="start">What each of them started from.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Total<W>(double start)
        where W : struct, IDoubles<W>, IReal<W>
    {
        var total = default(RunningSums<W>);
        total.Add(in Lost[0]);
        total.Add(in Sums[0]);
        return total.Total - (RunningSums<W>.Count * start);
    }
}

/// <summary>Sixteen floats.</summary>
[InlineArray(RunningSums<Doubles128>.Count)]
internal struct Sixteen
{
    private float first;
}
