using System.Text.Json;

namespace Hillock.Training.Tests;

/// <summary>
/// A hundred steps of training are PyTorch's, step by step, for the networks of <c>shared/peers/torch_train_speed.py</c>: what
/// <c>record_curves.py</c> wrote down.
/// </summary>
/// <remarks>
/// Only losses are recorded: first weights and batches are drawn by number here as in <c>curves.py</c>, by SplitMix64, each purpose from a seed
/// of its own.
/// </remarks>
public sealed class CurveTests
{
    /// <summary>Relative to the loss, for what one pass rounds.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>
    /// What is rounded in one step is in the weights of all that come: how far that leads is what PyTorch's own float32 shows, with samples
    /// summed in several orders. Another way of summing may go somewhat further. A learning rate that is wrong by a part in 10,000 is seen in the
    /// second step, Adam's ε by a tenth within forty.
    /// </summary>
    private const double Drifts = 2;

    private const int Classes = 10, BitsLeftOut = 40;
    private const double Half = 1 << 23;

    private static readonly Dictionary<string, JsonElement> _curves =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "PyTorch", "training", "curves.json")))
            .RootElement.EnumerateObject().ToDictionary(curve => curve.Name, curve => curve.Value);

    public static TheoryData<string> Networks => [.. _curves.Keys];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_hundred_losses_are_PyTorchs(string name)
    {
        using var crew = new Crew(2);
        var curve = _curves[name];
        var (trainer, data) = (Begun(curve, crew), new Samples(curve));
        double[] losses = Numbers(curve, "losses"), drift = Numbers(curve, "drift");
        losses.Length.ShouldBe(100);
        for (var step = 0; step < losses.Length; step++)
        {
            var (inputs, targets) = data.Batch(step);
            trainer.Step(inputs, targets).ShouldBe(losses[step], (Tolerance * losses[step]) + (Drifts * drift[step]), $"step {step}");
        }
    }

    [Fact]
    public void All_of_them_learn_and_stay_where_they_can_be_compared()
    {
        // Guessing gives ln 10; where drift is a part of what was learned, the curves would say nothing.
        foreach (var (name, curve) in _curves)
        {
            Numbers(curve, "losses")[^1].ShouldBeLessThan(0.3 * Math.Log(Classes), name);
            Numbers(curve, "drift")[^1].ShouldBeLessThan(1e-5, name);
        }
    }

    private static Trainer Begun(JsonElement curve, Crew crew)
    {
        var network = Plan.Parse(curve.GetProperty("plan").GetString()!).Build(Shape(curve), crew: crew);
        foreach (var trainable in network.Trainables)
        {
            Fill(trainable, curve.GetProperty("gain").GetDouble());
        }
        return new(network, new SoftmaxCrossEntropy(), OptimizerOf(curve.GetProperty("optimizer")));
    }

    /// <summary>Weights have the variance gain² / inputs; scales are near 1, all else is near 0.</summary>
    private static void Fill(Trainable trainable, double gain)
    {
        const double Near = 0.1;
        var draws = Draws(trainable.Name);
        var isWeights = trainable.Name.EndsWith("weights", StringComparison.Ordinal);
        var width = isWeights ? gain * Math.Sqrt(3.0 / trainable.Value.Rows) : Near;
        var middle = trainable.Name.EndsWith(".scale", StringComparison.Ordinal) ? 1 : 0;
        for (var i = 0; i < trainable.Value.Length; i++)
        {
            trainable.Value.Values[i] = (float)((Uniform(draws, i) * width) + middle);
        }
    }

    private static Optimizer OptimizerOf(JsonElement told)
    {
        var rate = told.GetProperty("rate").GetDouble();
        return told.GetProperty("name").GetString() == "adam" ? new Adam(rate) : new Sgd(rate, told.GetProperty("momentum").GetDouble());
    }

    private static CounterDraws Draws(string purpose) => new(Training.Draws.Fnv1a(purpose));

    /// <summary>From −1 to 1, a multiple of 2⁻²³.</summary>
    private static double Uniform(CounterDraws draws, long number) => ((draws.Bits(number) >> BitsLeftOut) / Half) - 1;

    private static SampleShape Shape(JsonElement curve) => SampleShape.Of([.. curve.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())]);

    private static double[] Numbers(JsonElement curve, string name) => [.. curve.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    /// <summary>Each sample is its class's pattern and noise.</summary>
    private sealed class Samples(JsonElement curve)
    {
        private readonly double _strength = curve.GetProperty("pattern").GetDouble();
        private readonly CounterDraws _patterns = Draws("patterns"), _noise = Draws("noise");
        private readonly Tensor _inputs = new(curve.GetProperty("batch").GetInt32(), Shape(curve).Count), _targets = new(curve.GetProperty("batch").GetInt32(), 1);

        public (Tensor Inputs, Tensor Targets) Batch(int step)
        {
            for (var row = 0; row < _inputs.Rows; row++)
            {
                var sample = (step * _inputs.Rows) + row;
                var label = sample * 7 % Classes;
                _targets.Values[row] = label;
                for (var i = 0; i < _inputs.Columns; i++)
                {
                    var noise = Uniform(_noise, ((long)sample * _inputs.Columns) + i);
                    _inputs.Row(row)[i] = (float)((_strength * Uniform(_patterns, ((long)label * _inputs.Columns) + i)) + noise);
                }
            }
            return (_inputs, _targets);
        }
    }
}
