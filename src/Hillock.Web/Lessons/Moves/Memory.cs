namespace Hillock.Web.Moves;

/// <summary>What a forget gate leaves of a memory, and of the gradient that goes back along it, step after step.</summary>
internal static class Memory
{
    /// <summary>Without inputs a gate's bias alone decides; 1 is what Jozefowicz, Zaremba and Sutskever 2015 begin with.</summary>
    private static readonly (string Name, double Bias)[] Others = [("bias 0", 0), ("bias 1", 1)];

    public static Move Move { get; } = new(
        "memory", "A memory behind a forget gate",
        [new Dial("bias", "Bias of the forget gate", -2, 6, 0.1, 2), new Dial("steps", "Steps", 10, 200, 10, 50)],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var (bias, steps, sigmoid) = (moved.Number("bias"), moved.Whole("steps"), Catalog.Parse("sigmoid"));
        double[] x = [.. Enumerable.Range(0, steps + 1).Select(step => (double)step)];
        IEnumerable<double> Left(double b) => x.Select(step => Math.Pow(sigmoid.Of(b), step));
        var gate = sigmoid.Of(bias);
        return new(
            $"A gate of σ({Told.Number(bias)}) = {Told.Number(gate)} leaves {Told.Share(Math.Pow(gate, steps))} after {steps} steps; half is gone after {Told.Number(Math.Log(0.5) / Math.Log(gate))} step{(gate == 0.5 ? "" : "s")}.")
        {
            Chart = new("step", "share that is left", x, [Line.Of("your bias", Left(bias)), .. Others.Select(other => Line.Of(other.Name, Left(other.Bias)))]),
        };
    }
}
