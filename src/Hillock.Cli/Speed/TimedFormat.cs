namespace Hillock.Cli;

/// <summary>The kernels of a number format, to be timed: a new format is one line here.</summary>
internal abstract class TimedFormat(string name)
{
    /// <summary>The length of a row for functions of rows, where the elements are a whole number of such rows.</summary>
    public const int RowLength = 1024;

    private static readonly TimedFormat[] All =
    [
        new TimedFormat<float>("float32", x => (float)x, f => new(f.Forward, f.Backward), (f, n) => new((x, y) => f.Forward(x, n, y), (x, dy, dx) => f.Backward(x, n, dy, dx))),
        new TimedFormat<double>("float64", x => x, f => new(f.Forward, f.Backward), (f, n) => new((x, y) => f.Forward(x, n, y), (x, dy, dx) => f.Backward(x, n, dy, dx))),
    ];

    /// <summary>As after <c>--dtype</c>.</summary>
    public string Name => name;

    /// <summary>The format of that name.</summary>
    /// <exception cref="HillockException">There is none, or it has no kernels.</exception>
    public static TimedFormat Named(string text) => Array.Find(All, f => f.Name == text)
        ?? throw new HillockException(
            $"--dtype {NumberFormat.Named(text).Name} has no kernels to be timed; {string.Join(" and ", All.Select(f => f.Name))} have.");

    /// <summary>Memory for a number of elements, filled, with the passes over it.</summary>
    public abstract ITimedBuffers Buffers(int size);
}

/// <summary>The kernels of a number format.</summary>
internal sealed class TimedFormat<E>(
    string name, Func<double, E> round, Func<Activation, Passes<E>> elementwise, Func<RowFunction, int, Passes<E>> rows)
    : TimedFormat(name)
    where E : unmanaged
{
    public override ITimedBuffers Buffers(int size) => new TimedBuffers<E>(size, round, elementwise, rows);
}
