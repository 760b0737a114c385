using System.Text.Json;

namespace Hillock.Training.Tests;

/// <summary>Losses, optimizers, schedules and clipping against what <c>record_training.py</c> wrote down: PyTorch's, or the papers'.</summary>
public sealed class TrainingRecordTests
{
    private static readonly JsonElement[] _losses = [.. Recorded("losses").EnumerateArray()];

    private static readonly Dictionary<string, Func<Optimizer>> _optimizers = new()
    {
        ["sgd"] = () => new Sgd(0.05),
        ["sgd_decay"] = () => new Sgd(0.05, weightDecay: 0.1),
        ["sgd_momentum"] = () => new Sgd(0.05, 0.9, weightDecay: 0.1),
        ["sgd_nesterov"] = () => new Sgd(0.05, 0.9, nesterov: true, weightDecay: 0.1),
        ["adam"] = () => new Adam(0.02),
        ["adam_decay"] = () => new Adam(0.02, 0.8, 0.95, 1e-4, 0.1),
        ["adamw"] = () => new AdamW(0.02, weightDecay: 0.1),
        ["rmsprop"] = () => new RmsProp(0.02),
        ["rmsprop_momentum"] = () => new RmsProp(0.02, 0.9, 1e-4, 0.5, 0.1),
        ["lion"] = () => new Lion(0.02, weightDecay: 0.1),
    };

    // The warm-up is a straight line from 1/8 of the rate, reached in the first step, to all of it in the eighth.
    private static readonly Dictionary<string, Schedule> _schedules = new()
    {
        ["step"] = new StepDecay(7, 0.5),
        ["linear"] = new LinearDecay(30, 0.25),
        ["cosine"] = new CosineDecay(39, 0.1),
        ["warmup"] = new WarmUp(8),
        ["one_cycle"] = new OneCycle(40),
        ["one_cycle_settings"] = new OneCycle(40, 0.5, 0.1, 0.001),
    };

    public static TheoryData<int> Losses => [.. Enumerable.Range(0, _losses.Length)];

    public static TheoryData<string> Optimizers => [.. _optimizers.Keys];

    public static TheoryData<string> Schedules => [.. _schedules.Keys];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Losses_and_their_gradients_are_the_recorded(int index)
    {
        var recorded = _losses[index];
        Tensor logits = Rows(recorded.GetProperty("logits")), gradients = new(logits.Rows, logits.Columns);
        Create(recorded).Compute(logits, Rows(recorded.GetProperty("targets")), gradients)
            .ShouldBe(recorded.GetProperty("value").GetDouble(), 1e-6);
        // Float32 in the range of 1; differences of the papers' losses are good to 1e-9.
        Same(gradients.Values, Doubles(recorded.GetProperty("gradient").GetProperty("values")), 1e-7, "gradient");
    }

    [Fact]
    public void Every_loss_and_optimizer_is_recorded()
    {
        _losses.Select(l => l.GetProperty("loss").GetString()!).Distinct().ShouldBe(Loss.All.Select(l => l.Name), ignoreOrder: true);
        Recorded("optimizers").GetProperty("paths").EnumerateObject().Select(p => p.Name).ShouldBe(_optimizers.Keys, ignoreOrder: true);
        Recorded("schedules").EnumerateObject().Select(p => p.Name).ShouldBe(_schedules.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Twenty_steps_of_an_optimizer_are_the_recorded(string name)
    {
        using var crew = new Crew(1);
        var recorded = Recorded("optimizers");
        var start = Doubles(recorded.GetProperty("start"));
        Trainable[] trainables = [new("θ", Single(start), new Tensor(start.Length))];
        var optimizer = _optimizers[name]();
        var paths = recorded.GetProperty("paths").GetProperty(name).EnumerateArray();
        foreach (var (gradient, expected) in recorded.GetProperty("gradients").EnumerateArray().Zip(paths))
        {
            Single(Doubles(gradient)).Values.CopyTo(trainables[0].Gradient.Values);
            optimizer.Step(trainables, crew);
            Same(trainables[0].Value.Values, Doubles(expected), 1e-5, $"step {optimizer.Steps}");
        }
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Forty_steps_of_a_schedule_are_the_recorded(string name)
    {
        var expected = Doubles(Recorded("schedules").GetProperty(name));
        for (var step = 0; step < expected.Length; step++)
        {
            _schedules[name].At(step).ShouldBe(expected[step], 1e-12, $"step {step}");
        }
    }

    [Theory]
    [InlineData("norm", 1.5, true)]
    [InlineData("longNorm", 100, true)]
    [InlineData("value", 0.5, false)]
    public void Clipped_gradients_are_the_recorded(string name, double most, bool byNorm)
    {
        using var crew = new Crew(1);
        var recorded = Recorded("clipping");
        Trainable[] trainables = [.. recorded.GetProperty("gradients").EnumerateArray().Select((g, i) =>
        {
            var gradient = Single(Doubles(g));
            return new Trainable($"θ{i}", new Tensor(gradient.Length), gradient);
        })];
        (byNorm ? Clipping.ByNorm(most) : Clipping.ByValue(most)).Apply(new AllGradients(trainables, crew));
        foreach (var (trainable, expected) in trainables.Zip(recorded.GetProperty(name).EnumerateArray()))
        {
            // PyTorch adds 1e-6 to the norm it divides by.
            Same(trainable.Gradient.Values, Doubles(expected), 1e-6, name);
        }
    }

    private static Loss Create(JsonElement recorded)
    {
        float[] weights = recorded.TryGetProperty("classWeights", out var w) ? [.. Doubles(w).Select(d => (float)d)] : [];
        var smoothing = recorded.TryGetProperty("labelSmoothing", out var s) ? s.GetDouble() : 0;
        return recorded.GetProperty("loss").GetString() switch
        {
            "softmax_cross_entropy" => new SoftmaxCrossEntropy(weights, smoothing),
            "huber" => new HuberLoss(recorded.GetProperty("delta").GetDouble()),
            var name => Loss.Named(name!),
        };
    }

    private static void Same(ReadOnlySpan<float> actual, double[] expected, double tolerance, string what)
    {
        actual.Length.ShouldBe(expected.Length, what);
        for (var i = 0; i < expected.Length; i++)
        {
            ((double)actual[i]).ShouldBe(expected[i], tolerance, $"{what}[{i}]");
        }
    }

    private static JsonElement Recorded(string name) => JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "PyTorch", "training", name + ".json"))).RootElement;

    private static double[] Doubles(JsonElement numbers) => [.. numbers.EnumerateArray().Select(e => e.GetDouble())];

    private static Tensor Single(double[] values) => Tensor.From([.. values.Select(v => (float)v)], values.Length);

    /// <summary>One row for each sample.</summary>
    private static Tensor Rows(JsonElement recorded)
    {
        var values = Single(Doubles(recorded.GetProperty("values")));
        var rows = recorded.GetProperty("shape")[0].GetInt32();
        return values.Reshaped(rows, values.Length / rows);
    }
}
