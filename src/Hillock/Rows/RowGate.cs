namespace Hillock;

/// <summary>The gate of a gated pair, u(a)·v(b): the half b of a row, and what it goes through.</summary>
/// <param name="Activation">v: sigmoid of glu, gelu of geglu.</param>
/// <param name="Half">Which half of a row it is: 1 or 2.</param>
public sealed record RowGate(Activation Activation, int Half)
{
    /// <summary>The gate of a row.</summary>
    /// <param name="columns">The length of a row of inputs.</param>
    public Range Of(int columns) => ((Half - 1) * columns / 2)..(Half * columns / 2);

    /// <summary>The function of the catalog that is <typeparamref name="V"/>, with the values that the pair has for parameters of the same names.</summary>
    internal static RowGate Of<V>(RowActivation pair, int half)
        where V : struct, IActivation
    {
        var function = Catalog.Functions.First(function => function.Create().Enclosure is Enclosure<V>);
        return new(function.Create([.. function.Parameters.Select(parameter => Value(pair, parameter))]), half);
    }

    private static double Value(RowActivation pair, Parameter parameter)
    {
        var same = pair.Parameters.Zip(pair.Values).Where(own => own.First.Name == parameter.Name);
        return same.Select(own => own.Second).FirstOrDefault(parameter.Default);
    }
}
