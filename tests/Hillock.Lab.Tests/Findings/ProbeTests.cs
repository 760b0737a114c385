namespace Hillock.Lab.Tests;

public sealed class ProbeTests
{
    [Fact]
    public void A_unit_is_dead_when_it_is_off_for_every_sample_not_for_some()
    {
        // Inputs -1 and 1, weights 1: with a bias of -2 a relu is never on, with 0 for one of the two, with 2 always.
        Look("relu", 1, [-2, 0, 2]).Dead.ShouldBe([0]);
        Look("leaky_relu", 1, [-2, 0, 2]).Dead.ShouldBeEmpty();
        Look("relu", 1, [-2, -3, -4]).Dead.ShouldBe([0, 1, 2]);
        Look("prelu(alpha=trainable_per_unit(0))", 1, [-2, 0, 2]).Dead.ShouldBe([0]);
        // One that is saturated on one side for all samples is as lost; one that is so now here, now there tells them apart.
        Look("tanh", 1, [9]).Dead.ShouldBe([0]);
        Look("tanh", 9, [0]).Dead.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tanh", 10, 1.0)] // tanh′(10) = 8e-9.
    [InlineData("tanh", 1, 0.0)] // tanh′(1) = 0.42.
    [InlineData("sigmoid", 7, 1.0)] // s′(7) = 9e-4 of at most 0.25.
    [InlineData("sigmoid", 4, 0.0)] // s′(4) = 0.018.
    [InlineData("hard_tanh", 2, 1.0)]
    [InlineData("relu6", 7, 0.5)] // 7 is cut off, -7 is merely off.
    [InlineData("relu", 7, 0.0)]
    [InlineData("gelu", 20, 0.0)]
    public void Saturation_is_a_slope_near_zero_where_a_bounded_function_is_not_off(string name, float weight, double share) =>
        Look(name, weight, [0, 0]).Saturated.ShouldBe(share);

    [Fact]
    public void Outputs_and_inputs_are_told_in_few_numbers()
    {
        // z = 3x + 1 for x = ±1: 4 and -2; relu makes 4 and 0.
        var look = Look("relu", 3, [1]);
        look.Inputs!.Value.ShouldBe(new(1, 3, -2, 4, 0, default));
        look.Outputs.ShouldBe(new(2, 2, 0, 4, 0.5, default));
        look.Outputs.Shift.ShouldBe(0.5);
        look.Faint.ShouldBe(0.5);
        look.OutputHistogram.Counts.Sum().ShouldBe(2);
        (look.OutputHistogram.Counts[0], look.OutputHistogram.Counts[^1]).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Numbers_about_0_have_a_deviation_too(int times)
    {
        // ±3, with a mean of exactly 0.
        float[] values = [.. Enumerable.Range(0, 2 * times).Select(i => i % 2 == 0 ? 3f : -3f)];
        Spread.Of(values).ShouldBe(new(0, 3, -3, 3, 0, default));
    }

    [Fact]
    public void Numbers_that_are_none_are_counted_apart()
    {
        var spread = Spread.Of([1, float.NaN, 3, float.PositiveInfinity, float.NegativeInfinity, float.NaN]);
        (spread.Mean, spread.Deviation, spread.Least, spread.Greatest).ShouldBe((2, 1, 1, 3));
        spread.Bad.ShouldBe(new(2, 1, 1));
        spread.Bad.ToString().ShouldBe("2 NaN, 1 +∞, 1 −∞");
        Histogram.Of([1, float.NaN, 3], 1, 3).Counts.Sum().ShouldBe(2);
        Spread.Of([float.NaN]).Bad.Any.ShouldBeTrue();
    }

    [Fact]
    public void A_look_out_of_turn_sees_what_one_in_turn_does_and_is_not_kept()
    {
        // As below: the gradient is 6, and sgd at 0.1 goes from 3 to 2.4.
        var trainer = Linear(3);
        var probe = Watched(trainer);
        probe.Expect();
        var check = probe.Look(trainer.Step(Inputs, new(2, 1)));
        (check.Step, check.Loss).ShouldBe((1, 9));
        check.Layers.Single().GradientNorm.ShouldBe(6, 1e-6);
        check.Layers.Single().Update.ShouldBe(0.25, 1e-6);
        probe.Checks.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_is_told_by_gradient_and_relative_change()
    {
        // One linear unit, z = 3x for x = ±1, targets 0: loss = mean z² = 9, gradient = mean 2·3x·x = 6; sgd at 0.1 goes from 3 to 2.4.
        var trainer = Linear(3);
        var probe = Watched(trainer);
        probe.Begin();
        probe.AfterStep(trainer.Step(Inputs, new(2, 1)));
        var check = probe.Checks[^1];
        (check.Step, check.Loss).ShouldBe((1, 9));
        // The bias has no gradient: inputs are centred.
        check.Layers.Single().GradientNorm.ShouldBe(6, 1e-6);
        check.Layers.Single().Gradient.ShouldBe(6 / Math.Sqrt(2), 1e-6);
        check.Layers.Single().WeightNorm.ShouldBe(2.4, 1e-6);
        check.Layers.Single().Update.ShouldBe(0.6 / 2.4, 1e-6);
    }

    [Fact]
    public void The_end_of_numbers_is_told_with_its_layer_and_step()
    {
        var trainer = Linear(float.MaxValue);
        var probe = Watched(trainer);
        probe.Begin();
        probe.AfterStep(trainer.Step(Tensor.From([-2, 2], 2, 1), new(2, 1)));
        probe.Breakdown.ShouldBe(new(1, "logits", new(0, 1, 1)));
    }

    [Theory]
    [InlineData(1.0, 0.5)] // Two equal columns: one direction.
    [InlineData(0.0, 1.0)] // Independent ones: both.
    public void The_rank_is_the_share_of_directions_that_explain_nearly_all(double same, double rank)
    {
        var draws = new Draws(1, "rank");
        float[] rows = [.. Enumerable.Range(0, 500).SelectMany(_ =>
        {
            var (a, b) = (draws.NextNormal(), draws.NextNormal());
            return new[] { (float)a, (float)((same * a) + ((1 - same) * b)) };
        })];
        EffectiveRank.Of(rows, 2).ShouldBe(rank);
        EffectiveRank.Of(new float[20], 2).ShouldBe(0);
        EffectiveRank.Of([1, float.NaN, 3, 4], 2).ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(3, 8, 2)] // Three rows differ from their mean in two directions, of whatever many units.
    [InlineData(64, 64, 63)]
    [InlineData(5000, 4, 4)] // Of many rows some are taken.
    public void The_rank_is_limited_by_rows_and_units(int rows, int units, int directions)
    {
        // Each row has 1 in a place of its own: all directions count alike.
        float[] outputs = [.. Enumerable.Range(0, rows * units).Select(i => i / units % units == i % units ? 1f : 0f)];
        // Where all directions are there but their sum, all the same.
        EffectiveRank.Of(outputs, units).ShouldBe(Math.Min(directions, units - 1) / (double)units);
    }

    [Fact]
    public void Long_and_short_rows_are_counted_alike()
    {
        for (var length = 1; length < 40; length++)
        {
            float[] values = [.. Enumerable.Range(0, length).Select(i => (i % 5) - 2f)];
            var (mean, square) = (values.Average(x => (double)x), values.Average(x => (double)x * x));
            var spread = Spread.Of(values);
            (spread.Mean, spread.Least, spread.Greatest).ShouldBe((mean, values.Min(), values.Max()));
            spread.Deviation.ShouldBe(Math.Sqrt(square - (mean * mean)), 1e-12);
            spread.Zeros.ShouldBe(values.Count(x => x == 0) / (double)length);
            // Parts of a sixteenth: −2 begins part 0, 2 ends part 31.
            var counts = Histogram.Of(values, -2, 2).Counts;
            foreach (var (value, part) in new[] { (-2f, 0), (-1f, 8), (0f, 16), (1f, 24), (2f, 31) })
            {
                counts[part].ShouldBe(values.Count(x => x == value));
            }
            counts.Sum().ShouldBe(length);
            Eight.Small(values, values, 1).ShouldBe((values.Count(x => Math.Abs(x) <= 1), values.Count(x => x == 0)));
            Eight.SquaredChanges(values, new float[length]).ShouldBe(values.Sum(x => (double)x * x));
            double[] doubles = [.. values.Select(x => (double)x)];
            Eight.Product(doubles, doubles).ShouldBe(values.Sum(x => (double)x * x));
        }
    }

    [Theory]
    [InlineData(1000, 32, 800)]
    [InlineData(3, 32, 50)]
    [InlineData(10_000, 128, 60_000)]
    public void A_schedule_begins_with_the_first_step_ends_with_the_last_and_sees_a_twentieth_at_most(long steps, int batch, int rows)
    {
        var schedule = new ProbeSchedule(steps, batch, rows);
        (schedule.Due[0], schedule.Due[^1]).ShouldBe((1, steps));
        schedule.Due.ShouldBe(schedule.Due.Order().Distinct());
        schedule.Rows.ShouldBeLessThanOrEqualTo(rows);
        // Of very short trainings three looks are kept all the same.
        if (schedule.Due.Count > 3)
        {
            ((long)schedule.Due.Count * schedule.Rows).ShouldBeLessThanOrEqualTo((long)(0.05 * steps * batch) + schedule.Rows);
        }
    }

    [Theory]
    [InlineData("dense 16, {act}, dropout 0.2, dense 16, batchnorm, {act}", "gelu")]
    [InlineData("dense 16, {act}, alphadropout 0.1", "rrelu")]
    public void Looking_changes_no_bit_of_the_training(string plan, string activation)
    {
        float[] Trained(bool watched)
        {
            var network = Plan.Parse(plan).Build(2, 1, Catalog.Parse(activation));
            network.Initialize(3);
            var trainer = new Trainer(network, new MeanSquaredError(), new Adam());
            var probe = Watched(trainer, Tensor.From([1, 2, 3, 4, 5, 6], 3, 2));
            if (watched)
            {
                probe.Begin();
            }
            for (var i = 0; i < 5; i++)
            {
                var loss = trainer.Step(Tensor.From([1, 2, 3, 4, 5, 6, 7, 8], 4, 2), new(4, 1));
                if (watched)
                {
                    probe.AfterStep(loss);
                }
            }
            return [.. network.Trainables.SelectMany(trainable => trainable.Value.Values.ToArray())];
        }
        Trained(watched: true).ShouldBe(Trained(watched: false));
    }

    private static Tensor Inputs => Tensor.From([-1, 1], 2, 1);

    /// <summary>One hidden layer with equal weights and given biases, seen with the inputs -1 and 1.</summary>
    private static SiteCheck Look(string activation, float weight, float[] biases)
    {
        var network = Network.Perceptron(1, [biases.Length], 1, Catalog.Parse(activation));
        network.Layers[0].Trainables[0].Value.Values.Fill(weight);
        biases.CopyTo(network.Layers[0].Trainables[1].Value.Values);
        network.Forward(Inputs);
        return new SiteLook(Thresholds.Default).At(network.Sites[0], thorough: true);
    }

    private static Trainer Linear(float weight)
    {
        var network = new Network([new Dense("logits", 1, 1)]);
        network.Layers[0].Trainables[0].Value.Values[0] = weight;
        return new(network, new MeanSquaredError(), new Sgd(0.1));
    }

    private static Probe Watched(Trainer trainer, Tensor? samples = null) => new(trainer, samples ?? Inputs, new(5, 2, 2), Thresholds.Default);
}
