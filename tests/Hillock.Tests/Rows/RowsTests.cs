namespace Hillock.Tests;

/// <summary>Softmax and log-softmax against hand arithmetic and sums in decimal.</summary>
public class RowsTests
{
    private const double Inf = double.PositiveInfinity;

    [Fact]
    public void Softmax_of_a_known_row()
    {
        // e^0, e^(ln 2), e^(ln 5) are 1, 2, 5: eighths.
        double[] x = [0, Math.Log(2), Math.Log(5)], y = new double[3];
        Catalog.Softmax.Forward(x, 3, y);
        y.ShouldBe([0.125, 0.25, 0.625], 1e-16);
    }

    [Theory]
    [InlineData(1000f)]
    [InlineData(-1000f)]
    [InlineData(3e38f)]
    public void A_shift_of_the_whole_row_changes_nothing(float shift)
    {
        float[] x = [shift, shift, shift, shift], y = new float[4];
        Catalog.Softmax.Forward(x, 4, y);
        y.ShouldBe([0.25f, 0.25f, 0.25f, 0.25f]);
        Catalog.LogSoftmax.Forward(x, 4, y);
        y.ShouldAllBe(v => v == (float)-Math.Log(4));
    }

    [Fact]
    public void Log_softmax_keeps_what_lies_beside_1()
    {
        // ln(1 + e^-20) = 2.0611536181902037e-9 (mpmath, 30 digits); PyTorch says 0.
        float[] x = [20, 0], y = new float[2];
        Catalog.LogSoftmax.Forward(x, 2, y);
        Ulp.OfSingle(y[0], -2.0611536181902037e-9).ShouldBeLessThan(1);
        Ulp.OfSingle(y[1], -20.0000000020611536).ShouldBeLessThan(1);
    }

    [Theory]
    [InlineData("glu", "sigmoid", 2)]
    [InlineData("glu(gate=1)", "sigmoid", 1)]
    [InlineData("geglu", "gelu", 2)]
    [InlineData("swiglu", "swish", 2)]
    [InlineData("swiglu(beta=1.5)", "swish(beta=1.5)", 2)]
    [InlineData("reglu(gate=1)", "relu", 1)]
    [InlineData("bilinear", "linear", 2)]
    [InlineData("gtu", "sigmoid", 2)]
    public void Gated_pairs_tell_their_gate(string pair, string gate, int half)
    {
        var found = Catalog.ParseRows(pair).Gate!;
        (found.Activation.Name, found.Half).ShouldBe((gate, half));
        found.Of(10).ShouldBe(half == 1 ? 0..5 : 5..10);
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("maxout")]
    [InlineData("crelu")]
    public void Other_functions_have_no_gate(string function) => Catalog.ParseRows(function).Gate.ShouldBeNull();

    [Fact]
    public void Minus_infinity_gets_nothing_and_rows_without_a_maximum_are_NaN()
    {
        double[] x = [0, -Inf, 0, -Inf, -Inf, -Inf, 1, Inf, 2, 1, double.NaN, 2], y = new double[12];
        Catalog.Softmax.Forward(x, 3, y);
        y[..3].ShouldBe([0.5, 0, 0.5]);
        y[3..].ShouldAllBe(v => double.IsNaN(v));
        Catalog.LogSoftmax.Forward(x, 3, y);
        y[..3].ShouldBe([-Math.Log(2), -Inf, -Math.Log(2)]);
        y[3..].ShouldAllBe(v => double.IsNaN(v));
    }

    [Theory]
    [InlineData("sparsemax", new[] { -2, 0, 0.5 }, new[] { 0, 0.25, 0.75 })] // entmax' README
    [InlineData("entmax15", new[] { -2, 0, 0.5 }, new[] { 0, 0.3260, 0.6740 })] // entmax' README
    [InlineData("entmax(alpha=2)", new[] { -2, 0, 0.5 }, new[] { 0, 0.25, 0.75 })]
    [InlineData("softmin", new[] { 0, -0.6931471805599453 }, new[] { 1 / 3.0, 2 / 3.0 })]
    [InlineData("softmax(temperature=0.5)", new[] { 0, 0.34657359027997264 }, new[] { 1 / 3.0, 2 / 3.0 })]
    [InlineData("hardmax", new[] { 1.0, 3, 3 }, new[] { 0.0, 1, 0 })]
    [InlineData("taylor_softmax", new[] { 0.0, 2 }, new[] { 1 / 6.0, 5 / 6.0 })] // 1 and 1 + 2 + 2
    [InlineData("spherical_softmax", new[] { 1.0, -2 }, new[] { 0.2, 0.8 })]
    [InlineData("squash", new[] { 3.0, 4 }, new[] { 15 / 26.0, 20 / 26.0 })] // length 5, so x·5/26
    [InlineData("bilinear", new[] { 2.0, 3, 5, 7 }, new[] { 10.0, 21 })]
    [InlineData("reglu", new[] { 2.0, 3, -5, 7 }, new[] { 0.0, 21 })]
    [InlineData("reglu(gate=1)", new[] { 2.0, -3, -5, 7 }, new[] { -10.0, 0 })]
    [InlineData("glu", new[] { 6.0, 0 }, new[] { 3.0 })]
    [InlineData("maxout", new[] { 1.0, 2, -3, -4 }, new[] { 2.0, -3 })]
    [InlineData("maxout(k=4)", new[] { 1.0, 2, -3, -4 }, new[] { 2.0 })]
    [InlineData("max_min", new[] { 1.0, 2, -3, -4 }, new[] { 2.0, 1, -3, -4 })]
    [InlineData("crelu", new[] { 1.0, -2 }, new[] { 1.0, 0, 0, 2 })]
    [InlineData("ncrelu", new[] { 1.0, -2 }, new[] { 1.0, 0, 0, -2 })]
    public void Small_rows_by_hand(string name, double[] x, double[] expected)
    {
        var f = Catalog.ParseRows(name);
        var y = new double[expected.Length];
        f.Forward(x, x.Length, y);
        y.ShouldBe(expected, name == "entmax15" ? 5e-5 : 1e-15);
    }

    [Fact]
    public void Gumbel_draws_come_as_often_as_softmax_says_and_again_from_the_same_seed()
    {
        // Chances 1/8, 2/8, 5/8; of 40,000 draws each count lies within 4 standard deviations, 4·√(40000·p·(1 − p)) < 400.
        const int Draws = 40_000;
        float[] x = [.. Enumerable.Range(0, 3 * Draws).Select(i => MathF.Log(i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : 5))];
        float[] y = new float[x.Length], again = new float[x.Length];
        var f = Catalog.ParseRows("gumbel_softmax_straight_through(seed=7)");
        f.Forward(x, 3, y);
        for (var i = 0; i < 3; i++)
        {
            Enumerable.Range(0, Draws).Sum(row => (double)y[(3 * row) + i]).ShouldBe(Draws * new[] { 0.125, 0.25, 0.625 }[i], 400);
        }

        f.Forward(x, 3, again);
        again.ShouldBe(y);
        f.With("seed", 8).Forward(x, 3, again);
        again.ShouldNotBe(y);
    }

    [Theory]
    [InlineData("swiglu(beta=1.5)", "swiglu(beta=1.5)")]
    [InlineData("SwiGLU(1.5, gate=1)", "swiglu(beta=1.5, gate=1)")]
    [InlineData("alpha_entmax(1.5)", "entmax")]
    [InlineData("LogSoftmax", "log_softmax")]
    public void Functions_of_rows_are_read_as_people_write_them(string text, string name) => Catalog.ParseRows(text).Name.ShouldBe(name);

    [Theory]
    [InlineData("gelu", "element by element")]
    [InlineData("softmaxx", "did you mean 'softmax'?")]
    [InlineData("softmax(temperature=0)", "between 1E-06 and 1000000")]
    [InlineData("softmax(temperature=trainable)", "is no number; write for example temperature=1.")]
    [InlineData("softmax(beta=1)", "it takes temperature")]
    [InlineData("log_softmax(2)", "no parameters")]
    [InlineData("glu(gate=1.5)", "1 (the first half) or 2")]
    [InlineData("maxout(k=2.5)", "whole number")]
    [InlineData("gumbel_softmax(seed=0.5)", "whole number")]
    public void Mistakes_get_one_line_that_helps(string text, string expected) =>
        Should.Throw<HillockException>(() => Catalog.ParseRows(text)).Message.ShouldContain(expected);

    [Fact]
    public void Bad_shapes_are_refused()
    {
        Should.Throw<ArgumentException>(() => Catalog.Softmax.Forward(new float[7], 3, new float[7])).Message.ShouldContain("whole number of rows");
        Should.Throw<ArgumentException>(() => Catalog.Softmax.Forward(new float[6], 0, new float[6]));
        Should.Throw<ArgumentException>(() => Catalog.Softmax.Backward(new float[6], 3, new float[3], new float[6]));
        var glu = Catalog.ParseRows("glu");
        Should.Throw<ArgumentException>(() => glu.Forward(new float[9], 3, new float[3])).Message.ShouldContain("multiple of 2");
        Should.Throw<ArgumentException>(() => glu.Forward(new float[8], 4, new float[8])).Message.ShouldContain("2 rows of 2 are 4");
        var memory = new float[8];
        Should.Throw<ArgumentException>(() => glu.Forward(memory, 4, memory.AsSpan(0, 4))).Message.ShouldContain("overlaps");
        Should.Throw<NotSupportedException>(() => glu.BackwardFromOutput(new float[4], 4, new float[4], new float[4]));
    }
}
