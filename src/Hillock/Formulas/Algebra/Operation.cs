namespace Hillock.Formulas;

/// <summary>One operation of <see cref="IReal{T}"/>, or what stands for several of them until a formula is finished.</summary>
/// <remarks>Two operations are the same when their texts are: a record's text has all that makes it.</remarks>
internal abstract record Operation
{
    /// <summary>Whether the order of two operands does not matter.</summary>
    public virtual bool Commutes => false;

    /// <summary>Whether it is the same but for the last bits of its numbers: those of 2√(2/π) depend on how they are computed.</summary>
    public virtual bool IsNear(Operation other) => Equals(other);

    /// <summary>How people write it with given operands; <c>null</c> where its formula says it.</summary>
    public virtual string? Written(IReadOnlyList<Term> operands) => null;

    /// <summary>The result from the operands' values.</summary>
    public abstract T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments)
        where T : struct, IReal<T>;
}

/// <summary>An operation on one operand.</summary>
internal abstract record Unary : Operation
{
    public sealed override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => Of(operands[0]);

    protected abstract T Of<T>(T x)
        where T : struct, IReal<T>;
}

/// <summary>An operation on two operands.</summary>
internal abstract record Binary : Operation
{
    public sealed override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => Of(operands[0], operands[1]);

    protected abstract T Of<T>(T a, T b)
        where T : struct, IReal<T>;
}

/// <summary>An operation on three operands.</summary>
internal abstract record Ternary : Operation
{
    public sealed override T Of<T>(ReadOnlySpan<T> operands, Arguments<T> arguments) => Of(operands[0], operands[1], operands[2]);

    protected abstract T Of<T>(T a, T b, T c)
        where T : struct, IReal<T>;
}

/// <summary>x and the parameters: as numbers, one of which may vary, or all in the algebra itself.</summary>
internal readonly ref struct Arguments<T>
    where T : struct, IReal<T>
{
    private readonly ReadOnlySpan<double> values;
    private readonly ReadOnlySpan<T> symbols;
    private readonly int varied;
    private readonly T parameter;

    /// <summary>Parameters that are numbers.</summary>
    public Arguments(T x, ReadOnlySpan<double> values)
    {
        X = x;
        this.values = values;
        varied = -1;
    }

    /// <summary>Parameters that are numbers, except for one.</summary>
    public Arguments(T x, ReadOnlySpan<double> values, int varied, T parameter)
    {
        X = x;
        this.values = values;
        this.varied = varied;
        this.parameter = parameter;
    }

    /// <summary>Parameters in the algebra.</summary>
    public Arguments(T x, ReadOnlySpan<T> symbols)
    {
        X = x;
        this.symbols = symbols;
        varied = -1;
    }

    /// <summary>The input.</summary>
    public T X { get; }

    /// <summary>A parameter.</summary>
    public T Parameter(int index) => symbols.Length > 0 ? symbols[index] : index == varied ? parameter : values[index];

    /// <summary>A multiple by a parameter.</summary>
    public T Scaled(int index, T x) => symbols.Length > 0 || index == varied ? Parameter(index) * x : T.Scaled(x, values[index]);
}
