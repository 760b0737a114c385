namespace Hillock.Training.Tests;

public sealed unsafe class ProductTests
{
    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, int>();
            // Around the edges of tiles (4 and 8 rows; 8, 16 and 32 columns) and of passes over k.
            foreach (var rows in new[] { 1, 3, 4, 7, 8, 9, 21 })
            {
                foreach (var terms in new[] { 0, 1, 5, 287, 289, 600 })
                {
                    foreach (var columns in new[] { 1, 7, 8, 15, 16, 17, 31, 32, 33, 65 })
                    {
                        shapes.Add(rows, terms, columns);
                    }
                }
            }
            shapes.Add(450, 3, 33);
            // Left factors with rows 4 KiB apart, one way or the other; right factors too large to be read in place.
            shapes.Add(9, 1024, 160);
            shapes.Add(1024, 9, 160);
            shapes.Add(20, 600, 500);
            shapes.Add(907, 300, 2);
            // Panels kept for several blocks of rows: more than are packed together, a last one that is not full, and several blocks of columns.
            shapes.Add(457, 290, 300);
            shapes.Add(449, 3, 1100);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_element_is_one_chain_of_fused_multiply_adds_for_either_order_of_factors_and_any_vector_width(
        int rows, int terms, int columns)
    {
        Tensor a = Samples.Normal("a", rows, terms), b = Samples.Normal("b", terms, columns), bias = Samples.Normal("bias", columns);
        Tensor at = Turned(a), bt = Turned(b);
        foreach (var withBias in new[] { true, false })
        {
            var expected = Chain(a, b, withBias ? bias : new Tensor(columns));
            foreach (var vector in new[] { 512, 256, 128 })
            {
                foreach (var left in new[] { a.Matrix, at.Matrix.Transpose })
                {
                    foreach (var right in new[] { b.Matrix, bt.Matrix.Transpose })
                    {
                        var c = new Tensor(rows, columns);
                        c.Values.Fill(float.NaN);
                        Product.Compute(left, right, withBias ? bias.Pointer : null, c.Matrix, vector);
                        c.Bits().ShouldBe(expected.Bits());
                    }
                }
            }
        }
    }

    [Fact]
    public void The_chain_is_within_its_error_bound_of_the_sum_in_double()
    {
        Tensor a = Samples.Normal("a", 13, 784), b = Samples.Normal("b", 784, 35), c = new(13, 35);
        Product.Compute(a.Matrix, b.Matrix, null, c.Matrix);
        for (var i = 0; i < 13; i++)
        {
            for (var j = 0; j < 35; j++)
            {
                double sum = 0, size = 0;
                for (var k = 0; k < 784; k++)
                {
                    var term = (double)a.Row(i)[k] * b.Row(k)[j];
                    (sum, size) = (sum + term, size + Math.Abs(term));
                }
                // Higham 2002, (3.5): n roundings of 2⁻²⁴ each.
                Math.Abs(c.Row(i)[j] - sum).ShouldBeLessThan(784 * Math.Pow(2, -24) * size);
            }
        }
    }

    [Fact]
    public void A_block_of_the_result_leaves_the_rest_alone()
    {
        Tensor a = Samples.Normal("a", 20, 30), b = Samples.Normal("b", 30, 70), whole = new(20, 70), part = new(20, 70);
        Product.Compute(a.Matrix, b.Matrix, null, whole.Matrix);
        Product.Compute(a.Matrix.Part(3..17, ..), b.Matrix.Part(.., 5..64), null, part.Matrix.Part(3..17, 5..64));
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < 70; j++)
            {
                part.Row(i)[j].ShouldBe(i is >= 3 and < 17 && j is >= 5 and < 64 ? whole.Row(i)[j] : 0);
            }
        }
    }

    [Fact]
    public void A_value_that_is_not_a_number_stays_in_its_row()
    {
        Tensor a = Samples.Normal("a", 9, 4), b = Samples.Normal("b", 4, 5), c = new(9, 5);
        a.Row(3)[2] = float.NaN;
        Product.Compute(a.Matrix, b.Matrix, null, c.Matrix);
        for (var i = 0; i < 9; i++)
        {
            c.Row(i).ToArray().ShouldAllBe(v => float.IsNaN(v) == (i == 3));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 7)]
    [InlineData(128, 33)]
    public void Column_sums_add_the_rows_in_order(int rows, int columns)
    {
        Tensor m = Samples.Normal("m", rows, columns), sums = new(columns);
        ColumnSums.Compute(m.Matrix, sums.Pointer);
        for (var j = 0; j < columns; j++)
        {
            var sum = 0f;
            for (var i = 0; i < rows; i++)
            {
                sum += m.Row(i)[j];
            }
            sums.Values[j].ShouldBe(sum);
        }
    }

    private static Tensor Chain(Tensor a, Tensor b, Tensor bias)
    {
        var c = new Tensor(a.Rows, bias.Length);
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < bias.Length; j++)
            {
                var sum = bias.Values[j];
                for (var k = 0; k < b.Rows; k++)
                {
                    sum = MathF.FusedMultiplyAdd(a.Row(i)[k], b.Row(k)[j], sum);
                }
                c.Row(i)[j] = sum;
            }
        }
        return c;
    }

    private static Tensor Turned(Tensor m)
    {
        var turned = new Tensor(m.Columns, m.Rows);
        for (var i = 0; i < m.Rows; i++)
        {
            for (var j = 0; j < m.Columns; j++)
            {
                turned.Row(j)[i] = m.Row(i)[j];
            }
        }
        return turned;
    }
}
