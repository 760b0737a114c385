using System.Runtime.CompilerServices;

namespace Hillock.Formulas;

/// <summary>A formula that is read step by step for every vector: slow, but without code that is made at run time.</summary>
internal readonly struct Interpreted(Program? program, double[] values, int varied, Lanes lanes) : IVariable
{
    public FloatRange Floats => lanes.Floats;

    public FloatRange SlopeFloats => lanes.SlopeFloats;

    public bool NeedsDoubles => lanes.NeedsDoubles;

    // Without a program nothing is known of the function, least of all that floats will do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, IReal<T> =>
        program is null ? T.Exp(x) : program.Of(new Arguments<T>(x, values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x, T parameter)
        where T : struct, IReal<T> =>
        program is null ? T.Exp(x) : program.Of(new Arguments<T>(x, values, varied, parameter));
}
