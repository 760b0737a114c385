using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>The spans of one call over rows of floats.</summary>
/// <param name="input">What the rows are computed from: x, or the saved y.</param>
/// <param name="columns">The length of a row.</param>
/// <param name="result">Receives y or dx.</param>
internal readonly ref struct FloatRows(ReadOnlySpan<float> input, int columns, Span<float> result)
{
    private readonly ReadOnlySpan<float> input = input;
    private readonly Span<float> result = result;

    /// <summary>The incoming gradients, if any.</summary>
    public ReadOnlySpan<float> Dy { get; init; }

    /// <summary>Numbers for one row.</summary>
    public Span<double> Room { get; init; }

    public int Columns => columns;

    public int Count => input.Length / columns;

    public ReadOnlySpan<float> Input(int row) => input.Slice(row * columns, columns);

    public ReadOnlySpan<float> Upstream(int row) => Dy.Slice(row * columns, columns);

    public Span<float> Result(int row) => result.Slice(row * columns, columns);
}

/// <summary>A computation over rows of floats, for lanes of any width.</summary>
internal interface IFloatRows
{
    static abstract void Run<T, W>(FloatRows rows)
        where T : struct, IFloats<T>, IReal<T>
        where W : struct, IDoubles<W>, IReal<W>;
}

/// <summary>Chooses the width.</summary>
internal static class FloatWidths
{
    /// <summary>Runs a computation in lanes as wide as the machine has.</summary>
    public static void Run<C>(FloatRows rows)
        where C : IFloatRows
    {
        if (Vector512.IsHardwareAccelerated)
        {
            C.Run<Floats512, Doubles512<Short>>(rows);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            C.Run<Floats256, Doubles256<Short>>(rows);
        }
        else
        {
            C.Run<Floats128, Doubles128<Short>>(rows);
        }
    }
}
