using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Hillock.Lab;

/// <summary>What advice wants to know of a function, each figure computed when it is first asked for: many questions ask for the same.</summary>
internal sealed class FunctionFigures
{
    private static readonly ConditionalWeakTable<Activation, FunctionFigures> Known = [];

    private readonly ConcurrentDictionary<(string Rule, int Depth, string Normalization), SignalPropagation> _propagations = new();
    private readonly ConcurrentDictionary<NumberPrecision, LostDigits> _lost = new();
    private readonly ConcurrentDictionary<double, double> _inactive = new();
    private readonly Activation _f;
    private readonly Lazy<Moments> _moments;
    private readonly Lazy<CriticalPoint?> _critical;
    private readonly Lazy<Portrait> _portrait;
    private readonly Lazy<Saturation?> _undefined;

    private FunctionFigures(Activation f)
    {
        // The variance of biases that goes with tanh and weights of variance 1.76 (Schoenholz et al. 2017); functions that scale have a point without any.
        const double Biases = 0.05;
        _f = f;
        _moments = new(() => Hillock.Moments.Of(f));
        _critical = new(() => CriticalPoint.At(f, Biases) ?? CriticalPoint.At(f, 0));
        _portrait = new(() => Portrait.Of(f));
        _undefined = new(() => Saturation.Undefined(f) is [var zone, ..] ? zone : null);
    }

    /// <inheritdoc cref="Hillock.Moments"/>
    public Moments Moments => _moments.Value;

    /// <inheritdoc cref="Candidate.Critical"/>
    public CriticalPoint? Critical => _critical.Value;

    /// <summary>Whether both limits are finite.</summary>
    public bool IsBounded => _portrait.Value.Bounded;

    /// <summary>Where it has no value; <c>null</c> where it has one everywhere.</summary>
    public Saturation? Undefined => _undefined.Value;

    /// <summary>An x for which it has no value; <c>null</c> where it has one everywhere.</summary>
    public double? WithoutValue => Undefined is not { } zone ? null : double.IsFinite(zone.To) ? zone.To - 1 : zone.From + 1;

    /// <summary>The figures of a function.</summary>
    public static FunctionFigures Of(Activation f) => Known.GetValue(f, static f => new(f));

    /// <inheritdoc cref="SignalPropagation.Of"/>
    public SignalPropagation Propagation(Initializer initializer, int depth, NormalizationKind normalization) =>
        _propagations.GetOrAdd((initializer.Name, depth, normalization.Name), _ => SignalPropagation.Of(_f, initializer, depth, normalization));

    /// <inheritdoc cref="BornDead.Inactive"/>
    public double Inactive(double variance) => _inactive.GetOrAdd(variance, q => BornDead.Inactive(_f, q));

    /// <summary>What a number format loses of it.</summary>
    public LostDigits Lost(NumberPrecision precision) =>
        _lost.GetOrAdd(precision, format => new(format.OverflowsFrom(_f), format.SettlesFrom(_f), format.SlopeVanishesFrom(_f)));
}

/// <summary>From which |x| on a number format does not hold a function; ∞ where it does.</summary>
/// <param name="OverflowsFrom">The value is too large.</param>
/// <param name="SettlesFrom">The value is rounded to a constant.</param>
/// <param name="SlopeVanishesFrom">The slope is rounded to 0.</param>
public readonly record struct LostDigits(double OverflowsFrom, double SettlesFrom, double SlopeVanishesFrom);
