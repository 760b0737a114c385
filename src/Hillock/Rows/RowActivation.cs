namespace Hillock;

/// <summary>A function of whole rows at work: every output depends on the entire row of inputs.</summary>
/// <remarks>
/// <para>Shapes: spans hold rows one after the other. A row of <c>columns</c> inputs gives one of <see cref="OutputColumns"/> outputs:
/// gates halve, crelu doubles, most keep the length. A destination may be the same memory as a source of the same length, starting
/// at the same element (in place); any other overlap is refused.</para>
/// <para>The answer depends on the row alone: not on the number of rows, their alignment, the vector width of the machine or the number of
/// threads that share the rows. (Gumbel noise depends on the element's place in the span, too.)</para>
/// <para>A NaN makes its whole row NaN where all outputs depend on it.</para>
/// </remarks>
public abstract class RowActivation
{
    private protected RowActivation(RowFunction function, IReadOnlyList<double> values) =>
        (Function, Values, Name) = (function, values, ParameterText.NameOf(function, values));

    /// <summary>The name, with the parameters that differ from their defaults: <c>softmax(temperature=0.5)</c>.</summary>
    public string Name { get; }

    /// <summary>The function it is, for all values of its parameters.</summary>
    public RowFunction Function { get; }

    /// <summary>The function's parameters in order, empty for a function without.</summary>
    public IReadOnlyList<Parameter> Parameters => Function.Parameters;

    /// <summary>The present values of <see cref="Parameters"/>.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Whether the gradient can be had from the saved outputs.</summary>
    public virtual bool HasSlopeFromOutput => false;

    /// <summary>Of a function that is a gated pair, such as glu, the gate; <c>null</c> for all others.</summary>
    public virtual RowGate? Gate => null;

    /// <summary>The length of a row of outputs.</summary>
    /// <param name="columns">The length of a row of inputs.</param>
    /// <exception cref="ArgumentException">No row has that length: a function of halves takes even ones.</exception>
    public abstract int OutputColumns(int columns);

    /// <summary>y = f(x), row by row.</summary>
    /// <param name="x">Rows of <paramref name="columns"/> elements.</param>
    /// <param name="columns">The length of a row of inputs.</param>
    /// <param name="y">As many rows of <see cref="OutputColumns"/> elements.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public abstract void Forward(ReadOnlySpan<float> x, int columns, Span<float> y);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, int, Span{float})"/>
    public abstract void Forward(ReadOnlySpan<double> x, int columns, Span<double> y);

    /// <summary>dx = Jᵀ·dy, row by row, where J holds the derivatives of a row's outputs with respect to its inputs.</summary>
    /// <param name="x">The inputs, as for the forward pass.</param>
    /// <param name="columns">The length of a row of inputs.</param>
    /// <param name="dy">The gradient with respect to the outputs.</param>
    /// <param name="dx">Receives the gradient with respect to the inputs.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public abstract void Backward(ReadOnlySpan<float> x, int columns, ReadOnlySpan<float> dy, Span<float> dx);

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, int, ReadOnlySpan{float}, Span{float})"/>
    public abstract void Backward(ReadOnlySpan<double> x, int columns, ReadOnlySpan<double> dy, Span<double> dx);

    /// <summary>The same from the saved outputs: faster, and less exact by what rounding took from them.</summary>
    /// <remarks>
    /// With y off by half a ULP, dx is off by up to 2⁻²⁴·|yᵢ|·(|dyᵢ| + 2·Σ yⱼ·|dyⱼ|) beyond its own rounding; where y has underflowed, dx is 0.
    /// </remarks>
    /// <param name="y">The outputs of the forward pass.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="dy">The gradient with respect to the outputs.</param>
    /// <param name="dx">Receives the gradient with respect to the inputs.</param>
    /// <exception cref="NotSupportedException"><see cref="HasSlopeFromOutput"/> is <c>false</c>.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap other than exactly.</exception>
    public virtual void BackwardFromOutput(ReadOnlySpan<float> y, int columns, ReadOnlySpan<float> dy, Span<float> dx) =>
        throw new NotSupportedException($"The outputs of {Name} do not tell its gradient; use Backward.");

    /// <inheritdoc cref="BackwardFromOutput(ReadOnlySpan{float}, int, ReadOnlySpan{float}, Span{float})"/>
    public virtual void BackwardFromOutput(ReadOnlySpan<double> y, int columns, ReadOnlySpan<double> dy, Span<double> dx) =>
        throw new NotSupportedException($"The outputs of {Name} do not tell its gradient; use Backward.");

    /// <summary>The same function with another value of a parameter.</summary>
    /// <exception cref="HillockException">There is no such parameter, or the value lies outside its range.</exception>
    public RowActivation With(string parameter, double value)
    {
        var values = Values.ToArray();
        values[ParameterText.IndexOf(Function.Name, Parameters, parameter)] = value;
        return Function.Create(values);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
