namespace Hillock.Tensors;

/// <summary>What can be wrong with shapes, and how elements lie in memory.</summary>
internal static class Shape
{
    /// <summary>Refuses another shape.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Check<E>(in ReadOnlyTensorSpan<E> source, in ReadOnlyTensorSpan<E> destination, string sourceName, string destinationName)
    {
        if (!source.Lengths.SequenceEqual(destination.Lengths))
        {
            throw new ArgumentException(
                $"{destinationName} has the shape {Text(destination.Lengths)} and {sourceName} has {Text(source.Lengths)}; they must be the same.",
                destinationName);
        }
    }

    /// <summary>The length of the last axis, along which rows lie.</summary>
    /// <exception cref="ArgumentException">There is no axis.</exception>
    public static int Columns<E>(in ReadOnlyTensorSpan<E> x) => x.Rank > 0
        ? checked((int)x.Lengths[^1])
        : throw new ArgumentException("x has no axis; a function of rows needs one to go along.", nameof(x));

    /// <summary>Whether the elements lie one after the other, the last axis changing first.</summary>
    public static bool IsRowMajor<E>(in ReadOnlyTensorSpan<E> tensor)
    {
        nint step = 1;
        for (var axis = tensor.Rank - 1; axis >= 0; axis--)
        {
            // An axis of one element is never stepped along.
            if (tensor.Lengths[axis] != 1 && tensor.Strides[axis] != step)
            {
                return false;
            }

            step *= tensor.Lengths[axis];
        }

        return true;
    }

    private static string Text(ReadOnlySpan<nint> lengths) => $"[{string.Join(", ", lengths.ToArray())}]";
}
