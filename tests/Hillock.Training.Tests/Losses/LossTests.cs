namespace Hillock.Training.Tests;

public sealed class LossTests
{
    public static TheoryData<Loss> All => [.. Loss.All, new SoftmaxCrossEntropy([1, 2, 0.5f, 4], 0.2), new HuberLoss(0.25)];

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
        new BinaryCrossEntropy().Compute(z, Tensor.From([0, 1], 2, 1), g).ShouldBe((Math.Log(2) - Math.Log(0.75)) / 2, 1e-7);
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
        // ln(1 + e⁻⁵⁰) is e⁻⁵⁰ to 21 digits; 1 + e⁻⁵⁰ rounds to 1. Of the target's gradient, p − 1 = −e⁻⁵⁰, nothing would be left either.
        var ulp = Math.Exp(-50) * Math.Pow(2, -23);
        var g = new Tensor(1, 2);
        new BinaryCrossEntropy().Compute(Tensor.From([50], 1, 1), Tensor.From([1], 1, 1), null).ShouldBe(Math.Exp(-50), ulp);
        new SoftmaxCrossEntropy().Compute(Tensor.From([50, 0], 1, 2), Tensor.From([0], 1, 1), g).ShouldBe(Math.Exp(-50), ulp);
        ((double)g.Values[0]).ShouldBe(-Math.Exp(-50), ulp);
        ((double)g.Values[1]).ShouldBe(Math.Exp(-50), ulp);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_logit_that_is_not_a_number_makes_the_loss_not_a_number(Loss loss)
    {
        for (var at = 0; at < 4; at++)
        {
            var z = Tensor.From([1, 2, 3, 4], 1, 4);
            z.Values[at] = float.NaN;
            var targets = loss is ClassLoss ? Tensor.From([1], 1, 1) : Tensor.From([1, 0, 1, 0], 1, 4);
            loss.Compute(z, targets, new Tensor(1, 4)).ShouldBe(double.NaN);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_gradient_is_the_slope_of_the_loss(Loss loss)
    {
        const float H = 1f / 128;
        Tensor z = Samples.Normal("z", 3, 4), g = new(3, 4);
        var targets = loss is ClassLoss ? Samples.Classes(3, 4) : Tensor.From([0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0], 3, 4);
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
        // Two positions of two classes in each of two samples: right, wrong; wrong, right.
        new SoftmaxCrossEntropy().Hits(Tensor.From([1, 0, 0, 1, 1, 0, 0, 1], 2, 4), Tensor.From([0, 0, 1, 1], 2, 2)).ShouldBe(2);
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
        Should.Throw<ArgumentException>(() => loss.Compute(new Tensor(2, 4), new Tensor(1, loss is ClassLoss ? 1 : 4), null))
            .Message.ShouldContain("2×");
        var targets = new Tensor(2, loss is ClassLoss ? 1 : 4);
        Should.Throw<ArgumentException>(() => loss.Compute(new Tensor(2, 4), targets, new Tensor(2, 2)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public void Positions_are_to_have_classes_of_their_own(int positions) =>
        Should.Throw<ArgumentException>(() => new SoftmaxCrossEntropy().Compute(new Tensor(2, 4), new Tensor(2, positions), null))
            .Message.ShouldContain($"at {positions} positions");

    [Fact]
    public void A_class_of_weight_0_is_not_learned()
    {
        // Of three targets the two of class 1 count nothing: what is left is the mean over the first.
        Tensor z = Samples.Normal("z", 3, 2), g = new(3, 2), first = new(1, 2);
        var targets = Tensor.From([0, 1, 1], 3, 1);
        var weighted = new SoftmaxCrossEntropy([1, 0]);
        var expected = new SoftmaxCrossEntropy().Compute(z.FirstRows(1), targets.FirstRows(1), first);
        weighted.Compute(z, targets, g).ShouldBe(expected);
        weighted.Weight(targets).ShouldBe(1);
        g.Values.ToArray().ShouldBe([first.Values[0], first.Values[1], 0, 0, 0, 0]);
        var none = Tensor.From([1, 1, 1], 3, 1);
        weighted.Compute(z, none, g).ShouldBe(0);
        g.Values.ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Sparse_losses_rest_once_the_margin_is_reached()
    {
        // The margins of the papers: 1 for sparsemax, 1/(α − 1) = 2 for 1.5-entmax; below, they are positive.
        foreach (var (loss, margin) in new[] { (EntmaxLoss.Sparsemax, 1f), (EntmaxLoss.Entmax15, 2f) })
        {
            var g = new Tensor(1, 3);
            var target = Tensor.From([1], 1, 1);
            loss.Compute(Tensor.From([0, margin, -5], 1, 3), target, g).ShouldBe(0);
            g.Values.ToArray().ShouldAllBe(value => value == 0);
            loss.Compute(Tensor.From([0, margin - 0.125f, -5], 1, 3), target, g).ShouldBeGreaterThan(0);
            g.Values[1].ShouldBeLessThan(0);
        }
        // Equal logits: p = ½, so ½·½ = ¼ for sparsemax, 4/3·(1 − √½) for 1.5-entmax.
        EntmaxLoss.Sparsemax.Compute(new Tensor(1, 2), new Tensor(1, 1), null).ShouldBe(0.25, 1e-12);
        EntmaxLoss.Entmax15.Compute(new Tensor(1, 2), new Tensor(1, 1), null).ShouldBe(4 / 3.0 * (1 - Math.Sqrt(0.5)), 1e-12);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        foreach (var bad in new[] { -1, 1, double.NaN })
        {
            Should.Throw<ArgumentException>(() => new SoftmaxCrossEntropy(labelSmoothing: bad));
        }
        foreach (var bad in new[] { -1, float.NaN, float.PositiveInfinity })
        {
            Should.Throw<ArgumentException>(() => new SoftmaxCrossEntropy([1, bad]));
        }
        foreach (var bad in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Should.Throw<ArgumentException>(() => new HuberLoss(bad));
        }
        Should.Throw<ArgumentException>(() => new SoftmaxCrossEntropy([1, 2]).Compute(new Tensor(1, 3), new Tensor(1, 1), null))
            .Message.ShouldContain("3 classes and 2 class weights");
    }
}
