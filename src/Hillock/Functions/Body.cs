namespace Hillock;

/// <summary>The body of a function of the catalog, for all values of its parameters and every algebra.</summary>
internal abstract class Body
{
    /// <summary>f(x) for given values of the parameters.</summary>
    public abstract T Of<T>(T x, IReadOnlyList<double> values)
        where T : struct, IReal<T>;

    /// <summary>f(x) with parameters that vary.</summary>
    public abstract T OfVaried<T>(T x, ReadOnlySpan<T> parameters)
        where T : struct, IReal<T>;

    /// <summary>What one evaluation needs, for given values of the parameters.</summary>
    public virtual OperationCount CostFor(IReadOnlyList<double> values) => Of<OperationCount>(default, values);

    /// <summary>Where floats will do, for given values of the parameters.</summary>
    public abstract Lanes LanesFor(IReadOnlyList<double> values);
}

/// <summary>In which lanes a function keeps its promise.</summary>
/// <param name="Floats">As <see cref="IActivation.Floats"/>.</param>
/// <param name="SlopeFloats">As <see cref="IActivation.SlopeFloats"/>.</param>
/// <param name="NeedsDoubles">As <see cref="IActivation.NeedsDoubles"/>.</param>
internal readonly record struct Lanes(FloatRange Floats, FloatRange SlopeFloats, bool NeedsDoubles)
{
    public static Lanes Of<F>(F f)
        where F : struct, IActivation =>
        new(f.Floats, f.SlopeFloats, f.NeedsDoubles);
}

/// <summary>A body without parameters.</summary>
internal sealed class PlainBody<F>(F f) : Body
    where F : struct, IActivation
{
    public override T Of<T>(T x, IReadOnlyList<double> values) => f.Of(x);

    public override T OfVaried<T>(T x, ReadOnlySpan<T> parameters) => f.Of(x);

    public override Lanes LanesFor(IReadOnlyList<double> values) => Lanes.Of(f);
}

/// <summary>A body with one parameter.</summary>
internal sealed class VariableBody<F>(F usual, Func<double, F> make) : Body
    where F : struct, IVariable
{
    public override T Of<T>(T x, IReadOnlyList<double> values) => make(values[0]).Of(x);

    public override T OfVaried<T>(T x, ReadOnlySpan<T> parameters) => usual.Of(x, parameters[0]);

    public override Lanes LanesFor(IReadOnlyList<double> values) => Lanes.Of(make(values[0]));
}

/// <summary>A body with two parameters.</summary>
internal sealed class VariableBody2<F>(F usual, Func<double, double, F> make) : Body
    where F : struct, IVariable2
{
    public override T Of<T>(T x, IReadOnlyList<double> values) => make(values[0], values[1]).Of(x);

    public override T OfVaried<T>(T x, ReadOnlySpan<T> parameters) => usual.Of(x, parameters[0], parameters[1]);

    public override Lanes LanesFor(IReadOnlyList<double> values) => Lanes.Of(make(values[0], values[1]));
}

/// <summary>A body with three parameters.</summary>
internal sealed class VariableBody3<F>(F usual, Func<double, double, double, F> make) : Body
    where F : struct, IVariable3
{
    public override T Of<T>(T x, IReadOnlyList<double> values) => make(values[0], values[1], values[2]).Of(x);

    public override T OfVaried<T>(T x, ReadOnlySpan<T> parameters) => usual.Of(x, parameters[0], parameters[1], parameters[2]);

    public override Lanes LanesFor(IReadOnlyList<double> values) => Lanes.Of(make(values[0], values[1], values[2]));
}
