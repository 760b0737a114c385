namespace Hillock.Training.Tests;

public sealed class LossTests
{
    public static TheoryData<Loss> All => [new MeanSquaredError(), new BinaryCrossEntropy(), new SoftmaxCrossEntropy()];

    [Fact]
    public void Mean_squared_error_by_hand()
    {
        // Errors 1, -2, 0, 3: squares 1 + 4 + 0 + 9 = 14 over 4 numbers; gradients 2·error / 4.
        var g = new Tensor(2, 2);
        new MeanSquaredError().Compute(Tensor.From([2, 0, 5, 4], 2, 2), Tensor.From([1, 2, 5, 1], 2, 2), g).ShouldBe(3.5);
        g.Values.ToArray().ShouldBe([0.5f, -1, 0, 1.5f]);
    }

    [Fact]
    public void Binary_cross_entropy_by_hand()
    {
        // z = 0: ln 2 whatever the target, gradient (½ − t)/2. z = ln 3: σ = ¾, so −ln ¾ for t = 1, gradient (¾ − 1)/2.
        var g = new Tensor(2, 1);
        var z = Tensor.From([0, (float)Math.Log(3)], 2, 1);
        new BinaryCrossEntropy().Compute(z, Tensor.From([0, 1], 2, 1), g).ShouldBe((Math.Log(2) - Math.Log(0.75)) / 2, 1e-8);
        g.Values[0].ShouldBe(0.25f);
        g.Values[1].ShouldBe(-0.125f, 1e-7f);
    }

    [Fact]
    public void Softmax_cross_entropy_by_hand()
    {
        // Logits ln 1, ln 2, ln 5: p = 1/8, 2/8, 5/8. Target 1: −ln ¼. Equal logits: ln 3. The mean of both; gradients (p − [t]) / 2.
        var z = Tensor.From([0, (float)Math.Log(2), (float)Math.Log(5), 7, 7, 7], 2, 3);
        var g = new Tensor(2, 3);
        new SoftmaxCrossEntropy().Compute(z, Tensor.From([1, 0], 2, 1), g).ShouldBe((Math.Log(4) + Math.Log(3)) / 2, 1e-7);
        double[] expected = [1 / 16.0, -3 / 8.0, 5 / 16.0, -1 / 3.0, 1 / 6.0, 1 / 6.0];
        for (var i = 0; i < 6; i++)
        {
            ((double)g.Values[i]).ShouldBe(expected[i], 1e-7);
        }
    }

    [Theory]
    [InlineData(1e4f, 0, 1e4)]
    [InlineData(1e4f, 1, 0)]
    [InlineData(-1e4f, 1, 1e4)]
    [InlineData(-1e4f, 0, 0)]
    public void Binary_cross_entropy_of_extreme_logits_is_the_distance_to_the_right_side(float z, float target, double expected)
    {
        var g = new Tensor(1, 1);
        new BinaryCrossEntropy().Compute(Tensor.From([z], 1, 1), Tensor.From([target], 1, 1), g).ShouldBe(expected);
        g.Values[0].ShouldBe((z > 0 ? 1 : 0) - target);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2e4)]
    public void Softmax_cross_entropy_of_extreme_logits_is_their_difference(int target, double expected)
    {
        var g = new Tensor(1, 2);
        new SoftmaxCrossEntropy().Compute(Tensor.From([1e4f, -1e4f], 1, 2), Tensor.From([target], 1, 1), g).ShouldBe(expected);
        g.Values.ToArray().ShouldBe(target == 0 ? [0, 0] : [1, -1]);
    }

    [Fact]
    public void A_small_loss_keeps_its_digits()
    {
        // ln(1 + e⁻⁵⁰) is e⁻⁵⁰ to 21 digits; 1 + e⁻⁵⁰ rounds to 1.
        new BinaryCrossEntropy().Compute(Tensor.From([50], 1, 1), Tensor.From([1], 1, 1), null).ShouldBe(Math.Exp(-50), 1e-33);
        new SoftmaxCrossEntropy().Compute(Tensor.From([50, 0], 1, 2), Tensor.From([0], 1, 1), null).ShouldBe(Math.Exp(-50), 1e-33);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_logit_that_is_not_a_number_makes_the_loss_not_a_number(Loss loss)
    {
        for (var at = 0; at < 3; at++)
        {
            var z = Tensor.From([1, 2, 3], 1, 3);
            z.Values[at] = float.NaN;
            var targets = loss is SoftmaxCrossEntropy ? Tensor.From([1], 1, 1) : Tensor.From([1, 0, 1], 1, 3);
            loss.Compute(z, targets, new Tensor(1, 3)).ShouldBe(double.NaN);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_gradient_is_the_slope_of_the_loss(Loss loss)
    {
        const float H = 1f / 128;
        Tensor z = Samples.Normal("z", 3, 4), g = new(3, 4);
        var targets = loss is SoftmaxCrossEntropy ? Samples.Classes(3, 4) : Tensor.From([0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0], 3, 4);
        loss.Compute(z, targets, g);
        for (var i = 0; i < z.Length; i++)
        {
            var at = z.Values[i];
            // The numbers are scaled so that z ± h is exact to 2⁻²³; the third derivative adds h²/6.
            double up = z.Values[i] = at + H, down = z.Values[i] = at - H;
            var below = loss.Compute(z, targets, null);
            z.Values[i] = (float)up;
            var above = loss.Compute(z, targets, null);
            z.Values[i] = at;
            ((double)g.Values[i]).ShouldBe((above - below) / (up - down), 1e-5);
        }
    }

    [Fact]
    public void Hits_are_counted()
    {
        new BinaryCrossEntropy().Hits(Tensor.From([1, -1, 1, float.NaN], 4, 1), Tensor.From([1, 0, 0, 0], 4, 1)).ShouldBe(2);
        new SoftmaxCrossEntropy().Hits(Tensor.From([1, 2, 3, 1, 1, 0, 9, 0, float.NaN], 3, 3), Tensor.From([2, 1, 0], 3, 1)).ShouldBe(1);
        new MeanSquaredError().Hits(new Tensor(1, 1), new Tensor(1, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(0.5f)]
    [InlineData(float.NaN)]
    public void What_is_no_class_is_refused(float target) =>
        Should.Throw<ArgumentException>(() => new SoftmaxCrossEntropy().Compute(new Tensor(1, 3), Tensor.From([target], 1, 1), null))
            .Message.ShouldContain("from 0 to 2");

    [Theory]
    [MemberData(nameof(All))]
    public void Shapes_that_do_not_fit_are_refused(Loss loss)
    {
        Should.Throw<ArgumentException>(() => loss.Compute(new Tensor(2, 3), new Tensor(1, 3), null)).Message.ShouldContain("2×");
        var targets = new Tensor(2, loss is SoftmaxCrossEntropy ? 1 : 3);
        Should.Throw<ArgumentException>(() => loss.Compute(new Tensor(2, 3), targets, new Tensor(2, 2)));
    }
}
