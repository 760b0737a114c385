namespace Hillock.Cli;

/// <summary>One measurement of <c>hillock bench kernels</c>.</summary>
/// <param name="Function">As it was asked for, or <see cref="Copy"/>.</param>
/// <param name="Direction"><see cref="Forward"/> or <see cref="Backward"/>.</param>
/// <param name="Dtype">The number format.</param>
/// <param name="Size">Elements per call.</param>
/// <param name="Threads">How many threads share a call.</param>
/// <param name="NsPerElement">Nanoseconds per element, the median over blocks of calls.</param>
internal sealed record KernelTime(string Function, string Direction, string Dtype, int Size, int Threads, double NsPerElement)
{
    /// <summary>The function that is measured beside all others: as many bytes moved as they must move, and nothing computed.</summary>
    public const string Copy = "copy";

    /// <summary>y = f(x).</summary>
    public const string Forward = "forward";

    /// <summary>dx = f′(x)·dy.</summary>
    public const string Backward = "backward";
}
