namespace Hillock.Training.Tests;

public sealed class OptimizerTests
{
    [Fact]
    public void Sgd_goes_against_the_gradient()
    {
        // 1 − ½·2 = 0, then 0 + ½·4 = 2.
        After(new Sgd(0.5), 1, 2, -4).ShouldBe([0, 2], 1e-7);
    }

    [Fact]
    public void Momentum_adds_up_before_the_rate()
    {
        // v = 2, then 0.5·2 − 4 = −3, then −1.5 + 1 = −0.5; θ = 1 − 0.1·2 = 0.8, + 0.3 = 1.1, + 0.05 = 1.15.
        After(new Sgd(0.1, 0.5), 1, 2, -4, 1).ShouldBe([0.8, 1.1, 1.15], 1e-6);
    }

    [Fact]
    public void Adam_by_hand()
    {
        // Step 1: m̂ = g, √v̂ = |g|: a step of the rate. Step 2, g = −4 after 2 with β = 0.5, 0.75: m = 0.5·1 − 2 = −1.5, m̂ = −1.5/0.75
        // = −2;
        // v = 0.75·1 + 0.25·16 = 4.75, v̂ = 4.75/0.4375; θ = 0.9 + 0.1·2/√10.857142857 = 0.9606976977.
        After(new Adam(0.1, 0.5, 0.75), 1, 2, -4).ShouldBe([0.9, 0.9606976977], 1e-6);
    }

    [Fact]
    public void The_first_step_of_Adam_with_the_papers_numbers_is_the_learning_rate()
    {
        After(new Adam(), 1, 1e-3f).ShouldBe([1 - (1e-3 * 1e-3 / (1e-3 + 1e-8))], 1e-7);
        After(new Adam(), 1, 0).ShouldBe([1.0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_element_is_treated_as_if_it_were_alone(int threads)
    {
        using var crew = new Crew(threads);
        Func<Optimizer>[] all =
        [
            () => new Sgd(0.1, 0.9), () => new Sgd(0.1, 0.9, nesterov: true, 0.1), () => new Adam(0.01), () => new AdamW(0.01),
            () => new RmsProp(0.01, momentum: 0.5), () => new Lion(0.01, weightDecay: 0.1),
        ];
        foreach (var make in all)
        {
            // Large enough to be shared, with columns that fill no vector: strips of columns, then rows.
            foreach (var columns in new[] { 333, 5 })
            {
                Tensor value = Samples.Normal("value", 301, columns), gradient = Samples.Normal("gradient", 301, columns);
                int[] some = [0, 150 * columns, (301 * columns) - 1];
                var alone = some.Select(i => (At: i, Expected: Alone(make(), value.Values[i], gradient.Values[i]))).ToArray();
                Trainable[] trainables = [new("w", value, gradient), new("large", 400, 400)];
                var optimizer = make();
                optimizer.Step(trainables, crew);
                optimizer.Step(trainables, crew);
                foreach (var (at, expected) in alone)
                {
                    value.Values[at].ShouldBe(expected);
                }
            }
        }
    }

    [Fact]
    public void Moments_of_a_dead_unit_become_zero_not_subnormal()
    {
        // 0.9ⁿ·1e-30 falls below 2⁻¹²⁶ = 1.2e-38 after 174 steps; in subnormal numbers it would never end, since 0.9 · 2⁻¹⁴⁹ rounds to
        // 2⁻¹⁴⁹.
        using var crew = new Crew(1);
        foreach (Optimizer optimizer in new Optimizer[] { new Sgd(0.01, 0.9), new Adam(), new RmsProp(0.01, 0.9), new Lion(beta2: 0.9) })
        {
            Trainable[] trainables = [new("θ", 19)];
            trainables[0].Gradient.Values.Fill(1e-30f);
            optimizer.Step(trainables, crew);
            trainables[0].Gradient.Values.Clear();
            for (var step = 0; step < 250; step++)
            {
                optimizer.Step(trainables, crew);
            }
            optimizer.MomentsOf(0)[0].Values.ToArray().ShouldAllBe(m => m == 0);
        }
    }

    [Fact]
    public void What_is_not_a_number_stays_so()
    {
        After(new Adam(), 1, float.NaN)[0].ShouldBe(double.NaN);
        After(new Sgd(0.1, 0.9), 1, float.NaN)[0].ShouldBe(double.NaN);
        After(new RmsProp(), 1, float.NaN)[0].ShouldBe(double.NaN);
        After(new Lion(), 1, float.NaN)[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Lion_by_hand()
    {
        // c = 0.1·2 > 0: a step of the rate down; m = 0.5·2 = 1. Then c = 0.9·1 − 0.1·4 > 0 although g < 0: down again; m = 0.5 − 2 = −1.5; then
        // with g = 0 up.
        After(new Lion(0.25, 0.9, 0.5), 1, 2, -4, 0).ShouldBe([0.75, 0.5, 0.75]);
        // Where nothing has ever come, nothing moves, except that the weight decays by 0.25·0.5.
        After(new Lion(0.25), 1, 0).ShouldBe([1.0]);
        After(new Lion(0.25, weightDecay: 0.5), 1, 0).ShouldBe([0.875]);
        // However small or large: the least normal number and infinity.
        After(new Lion(0.25, 0), 1, 1.2e-38f, float.PositiveInfinity).ShouldBe([0.75, 0.5]);
    }

    [Fact]
    public void Decay_apart_from_the_gradient_is_the_same_for_every_gradient()
    {
        // Without a gradient AdamW multiplies by 1 − 0.5·0.25; Adam makes a full step of the rate out of any decay.
        After(new AdamW(0.5, weightDecay: 0.25), 8, 0).ShouldBe([7.0]);
        After(new Adam(0.5, weightDecay: 0.25), 8, 0).ShouldBe([7.5], 1e-6);
    }

    [Fact]
    public void An_optimizer_belongs_to_one_network()
    {
        using var crew = new Crew(1);
        var optimizer = new Adam();
        optimizer.Step([new Trainable("a", 1)], crew);
        Should.Throw<ArgumentException>(() => optimizer.Step([new Trainable("b", 1)], crew));
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        foreach (var rate in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(rate));
            Should.Throw<ArgumentOutOfRangeException>(() => new Adam(rate));
        }
        Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(0.1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(0.1, double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => new Adam(beta1: 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Adam(beta2: -0.1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Adam(epsilon: 0));
        Should.Throw<ArgumentException>(() => new Sgd(0.1, nesterov: true)).Message.ShouldContain("momentum above 0");
        Should.Throw<ArgumentOutOfRangeException>(() => new RmsProp(beta: 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new RmsProp(epsilon: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new RmsProp(momentum: -0.5));
        Should.Throw<ArgumentOutOfRangeException>(() => new Lion(beta1: 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Lion(beta2: double.NaN));
        foreach (var decay in new[] { -1, double.NaN, double.PositiveInfinity })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new AdamW(weightDecay: decay));
        }
    }

    private static double[] After(Optimizer optimizer, float start, params float[] gradients)
    {
        using var crew = new Crew(1);
        Trainable[] trainables = [new("θ", 1)];
        trainables[0].Value.Values[0] = start;
        return [.. gradients.Select(gradient =>
        {
            trainables[0].Gradient.Values[0] = gradient;
            optimizer.Step(trainables, crew);
            return (double)trainables[0].Value.Values[0];
        })];
    }

    private static float Alone(Optimizer optimizer, float start, float gradient) => (float)After(optimizer, start, gradient, gradient)[^1];
}
