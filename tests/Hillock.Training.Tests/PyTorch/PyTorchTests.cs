using System.Text.Json;

namespace Hillock.Training.Tests;

/// <summary>Outputs, losses and gradients against PyTorch's, which <c>record.py</c> wrote down: the tests run where PyTorch is missing.</summary>
public sealed class PyTorchTests
{
    private const double Tolerance = 1e-5;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "PyTorch", "values");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_directions_are_PyTorchs(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
        var recorded = document.RootElement;
        var (shape, inputs) = Read(recorded.GetProperty("inputs"));
        var network = Plan.Parse(recorded.GetProperty("plan").GetString()!).Build(SampleShape.Of(shape.AsSpan(1)));
        var weights = recorded.GetProperty("weights").EnumerateObject().ToDictionary(w => w.Name, w => Read(w.Value).Tensor);
        weights.Keys.ShouldBe(network.Trainables.Select(t => t.Name), ignoreOrder: true);
        foreach (var trainable in network.Trainables)
        {
            trainable.Value.Length.ShouldBe(weights[trainable.Name].Length, trainable.Name);
            weights[trainable.Name].Values.CopyTo(trainable.Value.Values);
        }

        var loss = Loss.Named(recorded.GetProperty("loss").GetString()!);
        var outputs = network.Forward(inputs, training: true);
        Same(outputs, recorded.GetProperty("outputs"), "outputs");
        loss.Compute(outputs, Read(recorded.GetProperty("targets")).Tensor, network.Last.Gradients)
            .ShouldBe(recorded.GetProperty("lossValue").GetDouble(), Tolerance);
        var inputGradients = recorded.GetProperty("inputGradients").ValueKind == JsonValueKind.Null ? null : new Tensor(inputs.Rows, inputs.Columns);
        for (var i = network.Layers.Count - 1; i >= 0; i--)
        {
            network.Layers[i].Backward(i == 0 ? inputGradients : network.Layers[i - 1].Gradients, network.Crew);
        }
        foreach (var gradient in recorded.GetProperty("gradients").EnumerateObject())
        {
            Same(network.Trainables.Single(t => t.Name == gradient.Name).Gradient, gradient.Value, gradient.Name);
        }
        foreach (var statistic in recorded.GetProperty("statistics").EnumerateObject())
        {
            Same(network.Statistics.Single(s => s.Name == statistic.Name).Value, statistic.Value, statistic.Name);
        }
        if (inputGradients is not null)
        {
            Same(inputGradients, recorded.GetProperty("inputGradients"), "input gradients");
        }
    }

    /// <summary>Relative to the tensor's greatest number: a sum of many terms may end near 0.</summary>
    private static void Same(Tensor actual, JsonElement recorded, string what)
    {
        var expected = Read(recorded).Tensor.Values.ToArray();
        var tolerance = Math.Max(Tolerance * expected.Max(Math.Abs), float.Epsilon);
        actual.Length.ShouldBe(expected.Length, what);
        for (var i = 0; i < expected.Length; i++)
        {
            ((double)actual.Values[i]).ShouldBe(expected[i], tolerance, $"{what}[{i}]");
        }
    }

    /// <summary>The shape, and the tensor as rows of samples.</summary>
    private static (int[] Shape, Tensor Tensor) Read(JsonElement recorded)
    {
        int[] shape = [.. recorded.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())];
        float[] values = [.. recorded.GetProperty("values").EnumerateArray().Select(e => e.GetSingle())];
        var rows = shape.Length == 0 ? 1 : shape[0];
        return (shape, Tensor.From(values, rows, values.Length / rows));
    }
}
