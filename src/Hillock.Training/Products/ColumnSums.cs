using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hillock.Training;

/// <summary>Sums over the rows of a matrix: the gradient of a bias.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>sums[j] = Σᵢ m[i, j], added in the order of the rows.</summary>
    public static void Compute(in Matrix m, float* sums)
    {
        new Span<float>(sums, m.Columns).Clear();
        for (var i = 0; i < m.Rows; i++)
        {
            var row = m.At(i, 0);
            var j = 0;
            for (; j <= m.Columns - Vector<float>.Count; j += Vector<float>.Count)
            {
                (Vector.Load(sums + j) + Vector.Load(row + j)).Store(sums + j);
            }
            for (; j < m.Columns; j++)
            {
                sums[j] += row[j];
            }
        }
    }
}
