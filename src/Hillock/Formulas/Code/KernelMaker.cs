using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hillock.Formulas;

/// <summary>Makes activations of a formula; of each choice of a trained parameter the code is made once.</summary>
internal sealed class KernelMaker(Program program, int parameters, FormulaCode code)
{
    private static readonly MethodInfo MakeCompiled = typeof(KernelMaker).GetMethod(nameof(Compiled), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly ConstructorInfo?[] structs = new ConstructorInfo?[Math.Max(1, parameters)];

    /// <summary>Whether code is made at run time.</summary>
    public bool IsCompiled { get; } = code switch
    {
        FormulaCode.Best => RuntimeFeature.IsDynamicCodeSupported,
        FormulaCode.Compiled when !RuntimeFeature.IsDynamicCodeSupported =>
            throw new NotSupportedException("Code cannot be made at run time here; take FormulaCode.Best or Interpreted."),
        _ => code == FormulaCode.Compiled,
    };

    /// <summary>The formula with given values.</summary>
    public Activation Make(Function function, IReadOnlyList<double> values, TrainedParameter? trained)
    {
        var (varied, lanes) = (trained?.Index ?? 0, function.Body.LanesFor(values));
        if (IsCompiled && RuntimeFeature.IsDynamicCodeSupported)
        {
            return Compiled(function, values, trained, varied, lanes);
        }

        var f = new Interpreted(program, [.. values], varied, lanes);
        return new Elementwise<Interpreted, Interpreted>(function, values, trained, f, f);
    }

    [RequiresDynamicCode("Emits a struct at run time.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The struct has just been emitted: nothing of it can be trimmed.")]
    private Activation Compiled(Function function, IReadOnlyList<double> values, TrainedParameter? trained, int varied, Lanes lanes)
    {
        ConstructorInfo constructor;
        lock (structs)
        {
            constructor = structs[varied] ??= Emitter.Emit(program, parameters, varied);
        }

        var f = constructor.Invoke([values.ToArray(), lanes.Floats, lanes.SlopeFloats, lanes.NeedsDoubles]);
        return (Activation)MakeCompiled.MakeGenericMethod(constructor.DeclaringType!).Invoke(null, [function, values, trained, f])!;
    }

    private static Elementwise<F, F> Compiled<F>(Function function, IReadOnlyList<double> values, TrainedParameter? trained, F f)
        where F : struct, IVariable =>
        new(function, values, trained, f, f);
}
