namespace Hillock;

/// <summary>What several functions ask of a row.</summary>
internal static class RowOf
{
    /// <summary>Where the first greatest element stands, if no element is NaN.</summary>
    public static int IndexOfMaximum<E>(ReadOnlySpan<E> x)
        where E : unmanaged
    {
        var at = 0;
        var maximum = Element.Get(in x[0], 0);
        for (var i = 1; i < x.Length; i++)
        {
            var value = Element.Get(in x[i], 0);
            if (value > maximum)
            {
                (at, maximum) = (i, value);
            }
        }

        return at;
    }

    /// <summary>Whether an element is NaN.</summary>
    public static bool HasNaN<E>(ReadOnlySpan<E> x)
        where E : unmanaged
    {
        foreach (ref readonly var element in x)
        {
            if (double.IsNaN(Element.Get(in element, 0)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>y = −x.</summary>
    public static void Negate<E>(ReadOnlySpan<E> x, Span<E> y)
        where E : unmanaged
    {
        for (var i = 0; i < x.Length; i++)
        {
            Element.Set(ref y[i], 0, -Element.Get(in x[i], 0));
        }
    }

    /// <summary>The same number everywhere.</summary>
    public static void Fill<E>(Span<E> y, double value)
        where E : unmanaged
    {
        foreach (ref var element in y)
        {
            Element.Set(ref element, 0, value);
        }
    }
}
