namespace Hillock.Training.Tests;

/// <summary>A layer whose activation is random in training: rrelu's slope below 0 is uniform from ⅛ to ⅓. All inputs are −1.</summary>
public sealed class DrawnTests : IDisposable
{
    private const int Rows = 100, Units = 300;
    private const double Lower = 1.0 / 8, Upper = 1.0 / 3, Mean = 11.0 / 48;

    private readonly Crew _crew = new(1);
    private readonly Dense _layer = new("dense", 1, Units, Catalog.Parse("rrelu"));
    private ulong _step;

    public DrawnTests()
    {
        _layer.Initialize(Initializer.Auto, null, new Draws(1, "dense"));
        _layer.Weights.Value.Values.Fill(-1);
    }

    public void Dispose() => _crew.Dispose();

    [Fact]
    public void Training_draws_a_slope_for_each_element_anew_at_each_step()
    {
        float[] first = Slopes(training: true), second = Slopes(training: true);
        first.ShouldAllBe(slope => slope >= (float)Lower && slope <= (float)Upper);
        // 30,000 draws among some two million floats: nearly all differ, and of two steps nearly all places do.
        first.Distinct().Count().ShouldBeGreaterThan(29_000);
        first.Zip(second).Count(pair => pair.First != pair.Second).ShouldBeGreaterThan(29_900);
        // Five deviations of a mean of 30,000 uniform draws.
        foreach (var slopes in new[] { first, second })
        {
            slopes.Average(slope => (double)slope).ShouldBe(Mean, 5 * (Upper - Lower) / Math.Sqrt(12 * Rows * Units));
        }
    }

    [Fact]
    public void Evaluation_takes_the_mean()
    {
        Slopes(training: false).ShouldAllBe(slope => slope == (float)Mean);
        Slopes(training: true);
        Slopes(training: false).ShouldAllBe(slope => slope == (float)Mean);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_backward_pass_takes_the_slopes_of_the_forward_pass(bool training)
    {
        var slopes = Slopes(training);
        _layer.Gradients.Values.Fill(1);
        _layer.Backward(null, _crew);
        _layer.Gradients.Values.ToArray().ShouldBe(slopes);
    }

    [Fact]
    public void A_step_of_the_same_seed_draws_the_same()
    {
        var first = Slopes(training: true);
        _step = 0;
        Slopes(training: true).ShouldBe(first);
        Slopes(training: true).ShouldNotBe(first);
    }

    [Fact]
    public void A_trained_parameter_is_not_drawn()
    {
        Catalog.Parse("rrelu").IsDrawn.ShouldBeTrue();
        Catalog.Parse("rrelu(lower=trainable)").IsDrawn.ShouldBeFalse();
    }

    private float[] Slopes(bool training)
    {
        var inputs = new Tensor(Rows, 1);
        inputs.Values.Fill(1);
        _layer.Forward(inputs, new(_crew, training, training ? ++_step : 0));
        return [.. _layer.Outputs.Values.ToArray().Select(y => -y)];
    }
}
