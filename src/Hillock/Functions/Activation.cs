namespace Hillock;

/// <summary>
/// An activation function at work: any <c>IActivation</c> behind one type, with its kernels over spans.
/// </summary>
/// <remarks>
/// <para>Shapes: all spans of one call have one length. A destination may be the same memory as a source, starting at the
/// same element (in place); any other overlap is refused.</para>
/// <para>The answer for an element depends on nothing but that element: not on the length of the span, its alignment, the
/// vector width of the machine or the number of threads that share the work.</para>
/// </remarks>
public abstract class Activation
{
    /// <summary>The name, with the parameters that differ from their defaults: <c>leaky_relu(alpha=0.2)</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The function it is, for all values of its parameters; <c>null</c> for an activation of your own making.</summary>
    public virtual Function? Function => null;

    /// <summary>The function's parameters in order, empty for a function without.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The present values of <see cref="Parameters"/>.</summary>
    public abstract IReadOnlyList<double> Values { get; }

    /// <summary>Which parameter a network trains along with its weights, and how many of it there are; <c>null</c> when all are fixed.</summary>
    public abstract TrainedParameter? Trained { get; }

    /// <summary>f(x), rounded once from an evaluation of higher precision.</summary>
    public abstract double Of(double x);

    /// <summary>f′(x).</summary>
    public abstract double Slope(double x);

    /// <summary>f″(x) in double precision; at the few places where the formula is 0/0, as sin(x)/x at 0, it may be NaN.</summary>
    /// <exception cref="NotSupportedException">The activation has no definition to be looked into.</exception>
    public virtual double Curvature(double x) => throw new NotSupportedException($"{Name} has no definition to be looked into.");

    /// <summary>y = f(x).</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public abstract void Forward(ReadOnlySpan<float> x, Span<float> y);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, Span{float})"/>
    public abstract void Forward(ReadOnlySpan<double> x, Span<double> y);

    /// <summary>y = f(x), computed in float32 and rounded once.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public void Forward(ReadOnlySpan<Half> x, Span<Half> y) => NarrowKernel.Forward(this, x, y);

    /// <inheritdoc cref="Forward(ReadOnlySpan{Half}, Span{Half})"/>
    public void Forward(ReadOnlySpan<BFloat16> x, Span<BFloat16> y) => NarrowKernel.Forward(this, x, y);

    /// <summary>dx = f′(x)·dy, computed in float32 and rounded once. <paramref name="dx"/> may be <paramref name="x"/> or <paramref name="dy"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public void Backward(ReadOnlySpan<Half> x, ReadOnlySpan<Half> dy, Span<Half> dx) => NarrowKernel.Backward(this, x, dy, dx);

    /// <inheritdoc cref="Backward(ReadOnlySpan{Half}, ReadOnlySpan{Half}, Span{Half})"/>
    public void Backward(ReadOnlySpan<BFloat16> x, ReadOnlySpan<BFloat16> dy, Span<BFloat16> dx) => NarrowKernel.Backward(this, x, dy, dx);

    /// <summary>dx = f′(x)·dy. <paramref name="dx"/> may be <paramref name="x"/> or <paramref name="dy"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public abstract void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx);

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public abstract void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx);

    /// <summary>Whether the slope can be had from the output alone, as for sigmoid, tanh and most rectifiers.</summary>
    public virtual bool HasSlopeFromOutput => false;

    /// <summary>dx = f′(x)·dy from y = f(x); what that loses is said at <see cref="IOutputSlope"/>.</summary>
    /// <exception cref="NotSupportedException"><see cref="HasSlopeFromOutput"/> is <c>false</c>.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public virtual void BackwardFromOutput(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        throw new NotSupportedException($"The slope of {Name} cannot be had from its output; use Backward with the input.");

    /// <summary>Both in one pass: y = f(x) and dx = f′(x)·dy.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public abstract void ForwardBackward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> y, Span<float> dx);

    /// <summary>y = f(x; p) with the trained parameter taken from <paramref name="parameter"/>.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="parameter">One value for all elements, or one for each.</param>
    /// <param name="y">The outputs.</param>
    /// <exception cref="InvalidOperationException"><see cref="Trained"/> is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public abstract void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, Span<float> y);

    /// <summary>dx = ∂f/∂x·dy, and ∂f/∂p·dy is added to <paramref name="dparameter"/>: summed over all elements where it has length 1, element by element where it has one for each.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="parameter">One value for all elements, or one for each.</param>
    /// <param name="dy">The gradient of the loss with respect to the outputs.</param>
    /// <param name="dx">Receives the gradient with respect to <paramref name="x"/>.</param>
    /// <param name="dparameter">The gradient with respect to the parameter is added here; as long as <paramref name="parameter"/>.</param>
    /// <exception cref="InvalidOperationException"><see cref="Trained"/> is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public abstract void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> parameter, ReadOnlySpan<float> dy, Span<float> dx, Span<float> dparameter);

    /// <summary>
    /// Whether it is random in training: <see cref="Draw"/> then gives each element a number of its own at each step, and the kernels that
    /// take it are used in place of the others, which are those of evaluation. Where a parameter is trained, nothing is drawn.
    /// </summary>
    public virtual bool IsDrawn => false;

    /// <summary>Draws a number for each element.</summary>
    /// <param name="seed">The same seed gives the same numbers; take another for each step.</param>
    /// <param name="first">The number of the first element, so that parts of a batch can be drawn in any order.</param>
    /// <param name="drawn">Receives one number for each element.</param>
    /// <exception cref="NotSupportedException"><see cref="IsDrawn"/> is <c>false</c>.</exception>
    public virtual void Draw(ulong seed, long first, Span<float> drawn) => throw NothingIsDrawn();

    /// <summary>y = f(x; drawn), the forward pass of training.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="drawn">What <see cref="Draw"/> gave.</param>
    /// <param name="y">The outputs.</param>
    /// <exception cref="NotSupportedException"><see cref="IsDrawn"/> is <c>false</c>.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public virtual void ForwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, Span<float> y) => throw NothingIsDrawn();

    /// <summary>dx = ∂f/∂x·dy, the backward pass of training.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="drawn">What the forward pass was given.</param>
    /// <param name="dy">The gradient of the loss with respect to the outputs.</param>
    /// <param name="dx">Receives the gradient with respect to <paramref name="x"/>.</param>
    /// <exception cref="NotSupportedException"><see cref="IsDrawn"/> is <c>false</c>.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap other than exactly.</exception>
    public virtual void BackwardDrawn(ReadOnlySpan<float> x, ReadOnlySpan<float> drawn, ReadOnlySpan<float> dy, Span<float> dx) =>
        throw NothingIsDrawn();

    /// <summary>The same function with another value of a parameter.</summary>
    /// <exception cref="HillockException">There is no such parameter, or the value lies outside its range.</exception>
    public Activation With(string parameter, double value)
    {
        var values = Values.ToArray();
        values[IndexOf(parameter)] = value;
        return Made.Create(values, Trained);
    }

    /// <summary>The same function with a parameter that networks train along with their weights, from its present value on.</summary>
    /// <exception cref="HillockException">There is no such parameter.</exception>
    public Activation Train(string parameter, bool perUnit = false) => Made.Create(Values, new(IndexOf(parameter), perUnit));

    /// <summary>The same values with the slope of another function, so that a step can be trained: <c>sigmoid</c>, <c>straight_through</c>…</summary>
    /// <exception cref="HillockException">The function has a slope of its own, or none of that name can stand in for it.</exception>
    public Activation WithSurrogate(string surrogate) => Made.WithSurrogate(surrogate).Create(Values, Trained);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>What the function's values and slopes really are.</summary>
    internal virtual Truth Truth => throw new NotSupportedException($"{Name} has no definition to be held against.");

    /// <summary>Bounds of the function over intervals.</summary>
    internal virtual Enclosure Enclosure => throw new NotSupportedException($"{Name} has no definition to be looked into.");

    private Function Made => Function ?? throw new NotSupportedException($"{Name} was not made by a Function that could make another.");

    /// <summary>What is thrown where <see cref="IsDrawn"/> is <c>false</c>.</summary>
    private protected NotSupportedException NothingIsDrawn() => new($"{Name} is not random; use Forward and Backward.");

    private int IndexOf(string parameter) => ParameterText.IndexOf(Name, Parameters, parameter);
}
