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

    /// <summary>sums[j] += Σᵢ m[i, j] for a tall and narrow matrix of contiguous rows: the sum of all rows runs in registers, and then is added.</summary>
    /// <param name="m">The first row.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="columns">Numbers in each.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="first">Whether they begin here; what is in them is then lost.</param>
    public static void Add(float* m, int rows, int columns, float* sums, bool first)
    {
        var j = Add<PreferredLanes, Vector<float>>(m, rows, columns, 0, sums, first);
        Add<OneLane, float>(m, rows, columns, j, sums, first);
    }

    private static int Add<L, V>(float* m, int rows, int columns, int j, float* sums, bool first)
        where L : ILanes<V>
        where V : struct
    {
        var one = L.All(1);
        for (; j <= columns - L.Count; j += L.Count)
        {
            // Four chains: one would wait for each addition to end.
            V s0 = L.All(0), s1 = s0, s2 = s0, s3 = s0;
            var row = m + j;
            var i = 0;
            for (; i <= rows - 4; i += 4, row += 4 * columns)
            {
                s0 = L.MultiplyAdd(one, L.Load(row), s0);
                s1 = L.MultiplyAdd(one, L.Load(row + columns), s1);
                s2 = L.MultiplyAdd(one, L.Load(row + (2 * columns)), s2);
                s3 = L.MultiplyAdd(one, L.Load(row + (3 * columns)), s3);
            }
            for (; i < rows; i++, row += columns)
            {
                s0 = L.MultiplyAdd(one, L.Load(row), s0);
            }
            var sum = L.MultiplyAdd(one, L.MultiplyAdd(one, s0, s1), L.MultiplyAdd(one, s2, s3));
            L.Store(first ? sum : L.MultiplyAdd(one, L.Load(sums + j), sum), sums + j);
        }
        return j;
    }
}
