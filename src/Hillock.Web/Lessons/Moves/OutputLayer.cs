namespace Hillock.Web.Moves;

/// <summary>The end of a network for each task; and why a sigmoid wants its own loss.</summary>
internal static class OutputLayer
{
    private const int Points = 81;
    private const double Reach = 8;

    public static Move Move { get; } = new(
        "output", "The last layer and its loss",
        [
            new Choice("task", "What is predicted", [.. TaskKind.All.OrderBy(task => task.Name == "binary" ? 0 : 1).Select(task => task.Name)]),
            new Dial("logit", "Output of the last layer, where the answer is yes", -Reach, Reach, 0.1, -6),
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (task, logit) = (TaskKind.Named(moved["task"]), moved.Number("logit"));
        double[] x = [.. Places.Between(-Reach, Reach, Points)];
        var (fused, squared) = Pulls(x);
        var (one, other) = Pulls([logit]);
        var chance = Catalog.Parse("sigmoid").Of(logit);
        return new(
            $"The last layer says {Told.Number(logit)}, a chance of {Told.Share(chance)}, and the answer is yes. Cross-entropy pulls with {Told.Number(one[0])}, squared error of the sigmoid with {Told.Number(other[0])}"
            + (logit < 0 && one[0] > 10 * other[0] ? $": {Told.Number(one[0] / other[0])} times weaker, where the network is most wrong." : "."))
        {
            Cards = [new($"{task.Name}: {task.Meaning}", $"/functions/{task.Output}", [$"Last function: {task.Output}. Loss: {task.Loss}.", task.Note, $"Source: {task.Source}."])],
            Chart = new("output of the last layer", "pull towards yes", x, [Line.Of("cross-entropy", fused), Line.Of("squared error of sigmoid", squared)]),
        };
    }

    /// <summary>Minus the slopes of both losses by the logit, for targets of 1; the library's own backward passes.</summary>
    private static (double[] CrossEntropy, double[] SquaredError) Pulls(double[] logits)
    {
        var count = logits.Length;
        var z = Tensor.From([.. logits.Select(value => (float)value)], count, 1);
        var (targets, gradients) = (Tensor.From([.. Enumerable.Repeat(1f, count)], count, 1), new Tensor(count, 1));
        // A loss is a mean over samples, each of which stands alone here.
        double[] Pull() => [.. gradients.Values.ToArray().Select(gradient => -(double)gradient * count)];
        new BinaryCrossEntropy().Compute(z, targets, gradients);
        var fused = Pull();
        var (sigmoid, chances) = (Catalog.Parse("sigmoid"), new Tensor(count, 1));
        sigmoid.Forward(z.Values, chances.Values);
        new MeanSquaredError().Compute(chances, targets, gradients);
        sigmoid.Backward(z.Values, gradients.Values, gradients.Values);
        return (fused, Pull());
    }
}
