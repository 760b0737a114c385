namespace Hillock.Training;

/// <summary>A block of the result that is held in registers while k runs.</summary>
internal unsafe interface ITile
{
    /// <summary>Rows of the tallest.</summary>
    static abstract int Tallest { get; }

    /// <summary>Columns of a tile.</summary>
    static abstract int Width { get; }

    /// <summary>The height of the next tile when that many rows are left.</summary>
    static abstract int Height(int rows);

    /// <summary>c[i, j] = start[i, j] + Σₖ a[i, k]·b[k, j].</summary>
    /// <param name="height">One that <see cref="Height"/> gave.</param>
    /// <param name="depth">Terms of the sum over k.</param>
    /// <param name="a">The first element of the tile's rows, see <see cref="ILeft"/>.</param>
    /// <param name="strideA">Elements from one stored row of the left matrix to the next.</param>
    /// <param name="b"><see cref="Width"/> consecutive columns for each k.</param>
    /// <param name="strideB">Elements from one k to the next: <see cref="Width"/> in a packed panel.</param>
    /// <param name="start">What the sums start from: a row of biases (stride 0), zeros, or C itself.</param>
    /// <param name="strideStart">Elements from one row of <paramref name="start"/> to the next.</param>
    /// <param name="c">The result.</param>
    /// <param name="strideC">Elements from one row of C to the next.</param>
    static abstract void Compute(
        int height, nint depth, float* a, nint strideA, float* b, nint strideB, float* start, nint strideStart, float* c, nint strideC);
}
