namespace Hillock.Cli;

/// <summary>The kernels of a number format, to be timed: a new format is one line here.</summary>
internal abstract class TimedFormat(string name)
{
    /// <summary>The length of a row for functions of rows, where the elements are a whole number of such rows.</summary>
    public const int RowLength = 1024;

    private static readonly TimedFormat[] All =
    [
        new TimedFormat<float>("float32", x => (float)x, f => new(f.Forward, f.Backward, f.BackwardFromOutput), RowPasses),
        new TimedFormat<double>("float64", x => x, f => new(f.Forward, f.Backward), (f, n) => new((x, y) => f.Forward(x, n, y), (x, dy, dx) => f.Backward(x, n, dy, dx))),
        new TimedFormat<Half>("float16", x => (Half)x, f => new(f.Forward, f.Backward)),
        new TimedFormat<BFloat16>("bfloat16", x => (BFloat16)x, f => new(f.Forward, f.Backward)),
    ];

    /// <summary>Those of them whose slope can be had from the output.</summary>
    /// <exception cref="HillockException">There are none, or it is not this format that has such kernels.</exception>
    public IReadOnlyList<TimedFunction> FromOutput(IReadOnlyList<TimedFunction> functions)
    {
        if (Name != Promise.Float32.Format)
        {
            throw new HillockException($"--from-output: there are no such kernels for {Name}; take {Promise.Float32.Format}.");
        }

        var able = functions.Where(f => f.HasSlopeFromOutput).Select(f => f with { FromOutput = true }).ToList();
        return able.Count > 0
            ? able
            : throw new HillockException(
                $"--from-output: the output of {string.Join(", ", functions.Select(f => f.Name))} does not tell the slope; that of sigmoid, tanh, relu, elu or softmax does.");
    }

    private static Passes<float> RowPasses(RowActivation f, int columns) => new(
        (x, y) => f.Forward(x, columns, y), (x, dy, dx) => f.Backward(x, columns, dy, dx), (y, dy, dx) => f.BackwardFromOutput(y, columns, dy, dx));

    /// <summary>As after <c>--dtype</c>.</summary>
    public string Name => name;

    /// <summary>The format of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static TimedFormat Named(string text) => Array.Find(All, f => f.Name == NumberFormat.Named(text).Name)!;

    /// <summary>Whether functions of rows have kernels in it.</summary>
    public abstract bool HasRows { get; }

    /// <summary>Of these functions, those that have kernels in it.</summary>
    /// <exception cref="HillockException">None has.</exception>
    public IReadOnlyList<TimedFunction> Among(IReadOnlyList<TimedFunction> functions)
    {
        var able = functions.Where(f => f.Rows is null || HasRows).ToList();
        return able.Count > 0
            ? able
            : throw new HillockException($"{string.Join(", ", functions.Select(f => f.Name))}: functions of rows have no {Name} kernels; take float32 or float64.");
    }

    /// <summary>Memory for a number of elements, filled, with the passes over it.</summary>
    public abstract ITimedBuffers Buffers(int size);
}

/// <summary>The kernels of a number format.</summary>
internal sealed class TimedFormat<E>(
    string name, Func<double, E> round, Func<Activation, Passes<E>> elementwise, Func<RowActivation, int, Passes<E>>? rows = null)
    : TimedFormat(name)
    where E : unmanaged
{
    public override bool HasRows => rows is not null;

    public override ITimedBuffers Buffers(int size) =>
        new TimedBuffers<E>(size, round, elementwise, rows ?? ((f, _) => throw new NotSupportedException(f.Name)));
}
