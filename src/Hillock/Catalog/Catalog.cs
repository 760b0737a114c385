using System.Diagnostics.CodeAnalysis;

namespace Hillock;

/// <summary>The one list of functions: tests, documentation, benchmarks and the command line are loops over it.</summary>
public static partial class Catalog
{
    /// <summary>The elementwise functions.</summary>
    public static IReadOnlyList<Function> Functions { get; } =
        [
            .. Classics, .. Magnitudes, .. Polynomials, .. Steps,
            .. Sigmoids, .. ScaledSigmoids, .. LinedSigmoids, .. RootSigmoids, .. QuadraticSigmoids, .. ExtremeValues,
            .. Rectifiers, .. Thresholds, .. QuadraticRectifiers, .. BoundedRectifiers, .. SmoothRectifiers, .. DampedRectifiers, .. RandomizedRectifiers,
            .. Exponentials, .. ExponentialUnits,
            .. Gates, .. SigmoidGates, .. TanhGates, .. TanhSofts, .. ExponentialGates, .. RootGates, .. NormalGates, .. HardGates,
            .. Shrinkage,
            .. SmoothSteps, .. ErrorFunctions, .. Powers, .. Waves, .. RadialFunctions, .. Periodic,
        ];

    /// <summary>The functions of whole rows.</summary>
    public static IReadOnlyList<RowFunction> RowFunctions { get; } = [.. Chances, .. Halving];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Entry> All { get; } = [.. Functions, .. RowFunctions];

    /// <summary>The entry of that name or alias; case, underscores and hyphens do not matter.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out Entry? entry)
    {
        var plain = Plain(name);
        entry = All.FirstOrDefault(e => e.Names.Any(n => Plain(n) == plain));
        return entry is not null;
    }

    /// <summary>The entry of that name or alias.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static Entry Find(string name) => TryFind(name, out var entry)
        ? entry
        : throw new HillockException(
            $"There is no function {Shown.Quoted(name)}"
            + (Nearest.DidYouMean(name, All.SelectMany(e => e.Names)) is { Length: > 0 } hint ? hint : "; 'hillock list' shows all of them."));

    /// <summary>
    /// The activation that a text names, <c>gelu</c>, <c>leaky_relu(alpha=0.2)</c>, <c>swish(beta=trainable)</c>, or that a formula is:
    /// <c>x * tanh(exp(x))</c>.
    /// </summary>
    /// <exception cref="HillockException">The text names no function, no parameter of it, or no valid value, and is no formula.</exception>
    public static Activation Parse(string text) => Parse(text, asWritten: false);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="text">A name, a name with parameters, or a formula.</param>
    /// <param name="asWritten">Whether a formula is computed just as it was written, whatever that loses.</param>
    public static Activation Parse(string text, bool asWritten) => ActivationSyntax.Parse(text, asWritten);

    /// <summary>The function of rows that a text names: <c>softmax(temperature=0.5)</c>, <c>swiglu(beta=1.5)</c>.</summary>
    /// <exception cref="HillockException">The text names no such function, no parameter of it, or no valid value.</exception>
    public static RowActivation ParseRows(string text) => ActivationSyntax.ParseRows(text);

    /// <summary>Whether a text names a function of rows.</summary>
    /// <exception cref="HillockException">The text names no function.</exception>
    public static bool IsOfRows(string text) => !ActivationSyntax.IsFormula(text) && ActivationSyntax.Read(text).Entry is RowFunction;

    /// <summary>The activations of a list separated by commas.</summary>
    /// <exception cref="HillockException">One of them names no function, no parameter of it, or no valid value.</exception>
    public static IReadOnlyList<Activation> ParseList(string text) => [.. SplitList(text).Select(Parse)];

    /// <summary>The parts of a list separated by commas; those within parentheses separate parameters, not functions.</summary>
    /// <exception cref="HillockException">The text is too long to be one.</exception>
    public static IReadOnlyList<string> SplitList(string text) => ActivationSyntax.Split(text);

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private static Function Of<F>(string name, Family family, string origin, Facts facts, F f)
        where F : struct, IActivation =>
        new(
            name,
            family,
            origin,
            facts,
            [],
            new PlainBody<F>(f),
            (function, values, trained) => new Elementwise<F, Unvaried<F>>(function, values, trained, f, new(f)));

    private static Function Of<F>(string name, Family family, string origin, Facts facts, Parameter parameter, Func<double, F> make)
        where F : struct, IVariable =>
        new(
            name,
            family,
            origin,
            facts,
            [parameter],
            new VariableBody<F>(make(parameter.Default), make),
            (function, values, trained) => new Elementwise<F, F>(function, values, trained, make(values[0]), make(values[0])));

    private static Function Of<F>(
        string name, Family family, string origin, Facts facts, Parameter first, Parameter second, Func<double, double, F> make)
        where F : struct, IVariable2 =>
        new(
            name,
            family,
            origin,
            facts,
            [first, second],
            new VariableBody2<F>(make(first.Default, second.Default), make),
            (function, values, trained) =>
            {
                var f = make(values[0], values[1]);
                return trained?.Index == 1
                    ? new Elementwise<F, SecondOf<F>>(function, values, trained, f, new(f, values[0], values[1]))
                    : new Elementwise<F, FirstOf<F>>(function, values, trained, f, new(f, values[0], values[1]));
            });

    private static Function Of<F>(
        string name,
        Family family,
        string origin,
        Facts facts,
        Parameter first,
        Parameter second,
        Parameter third,
        Func<double, double, double, F> make)
        where F : struct, IVariable3 =>
        new(
            name,
            family,
            origin,
            facts,
            [first, second, third],
            new VariableBody3<F>(make(first.Default, second.Default, third.Default), make),
            (function, values, trained) =>
            {
                var (a, b, c) = (values[0], values[1], values[2]);
                var f = make(a, b, c);
                var (last, others) = (new HoldingFirst<F>(f, a, b, c), new HoldingThird<F>(f, a, b, c));
                return trained?.Index switch
                {
                    1 => new Elementwise<F, SecondOf<HoldingThird<F>>>(function, values, trained, f, new(others, a, b)),
                    2 => new Elementwise<F, SecondOf<HoldingFirst<F>>>(function, values, trained, f, new(last, b, c)),
                    _ => new Elementwise<F, FirstOf<HoldingThird<F>>>(function, values, trained, f, new(others, a, b)),
                };
            });
}
