using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Hillock.Web;

/// <summary>All that is said of one function with given parameters.</summary>
/// <param name="Activation">The function.</param>
/// <param name="Plot">What is drawn of it.</param>
/// <param name="Portrait">What can be read off its values.</param>
/// <param name="Insight">What is found of it.</param>
/// <param name="Signal">What becomes of signals in a deep network of it; <c>null</c> where it has no value for some inputs, or no gain.</param>
/// <param name="Source">What was made of the formula; <c>null</c> for functions of the catalog.</param>
internal sealed record Study(Activation Activation, Plot Plot, Portrait Portrait, Insight Insight, SignalPropagation? Signal, SourceLines? Source)
{
    /// <summary>How deep the network is.</summary>
    public const int Depth = 50;

    private const int Recent = 256;

    private static readonly ConcurrentDictionary<string, Study> Known = new();

    /// <summary>A page and what it asks for at once are about the same formula, which takes a tenth of a second to study, or some seconds.</summary>
    private static readonly MemoryCache Latest = new(new MemoryCacheOptions { SizeLimit = Recent });

    /// <summary>Who types asks often: so many are studied at a time, and what nobody waits for any more before its turn is not.</summary>
    private static readonly SemaphoreSlim Turns = new(2);

    /// <summary>Studies a function in its turn, so that <see cref="Of"/> has it at once.</summary>
    public static async Task Prepare(Activation f, PlotRange? range, CancellationToken stop)
    {
        await Turns.WaitAsync(stop);
        try
        {
            await Task.Run(() => Of(f, range), stop);
        }
        finally
        {
            Turns.Release();
        }
    }

    /// <summary>Studies a function. Those of the catalog as they come are studied once, and others not again as long as they are remembered.</summary>
    public static Study Of(Activation f, PlotRange? range = null) =>
        range is null && f.Function is { Source: null } && f.Name == f.Function.Name ? Known.GetOrAdd(f.Name, _ => Made(f, null))
            : Latest.GetOrCreate((Asked.TextOf(f), string.Join(' ', f.Values), range), entry =>
            {
                entry.Size = 1;
                return Made(f, range);
            })!;

    private static Study Made(Activation f, PlotRange? range)
    {
        var (portrait, insight) = Insight.Of(f, isTimed: false);
        return new(
            f,
            Plot.Of([f], [CurveKind.Value, CurveKind.Slope, CurveKind.Curvature], range),
            portrait,
            insight,
            insight.Undefined.Count == 0 && insight.ForwardGain is > 0 and < double.PositiveInfinity ? SignalPropagation.Of(f, Initializer.Auto, Depth) : null,
            f.Function?.Source is { } source ? SourceLines.Of(source) : null);
    }
}
