using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Hillock.Formulas;

/// <summary>
/// Makes a struct of a formula at run time, with the body that a compiler would make of the same C#: calls to the static members of an
/// algebra. It is forgotten when nothing uses it any longer.
/// </summary>
[RequiresDynamicCode("Emits a struct at run time.")]
internal static class Emitter
{
    private const string ValueField = "Value";

    /// <summary>The constructor of a struct with the formula as its body: it takes the parameters' values, and where floats will do.</summary>
    /// <param name="program">The formula.</param>
    /// <param name="parameters">How many parameters it has.</param>
    /// <param name="varied">Which of them the body with a parameter varies.</param>
    public static ConstructorInfo Emit(Program program, int parameters, int varied)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new("Hillock.Formula"), AssemblyBuilderAccess.RunAndCollect);
        var type = assembly.DefineDynamicModule("Formula").DefineType(
            "Formula",
            TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.SequentialLayout | TypeAttributes.BeforeFieldInit,
            typeof(ValueType),
            [typeof(IVariable)]);
        FieldBuilder[] values = [.. Enumerable.Range(0, parameters).Select(i => type.DefineField(ValueField + i, typeof(double), FieldAttributes.Private))];
        FieldBuilder[] lanes =
        [
            type.DefineField(nameof(IActivation.Floats), typeof(FloatRange), FieldAttributes.Private),
            type.DefineField(nameof(IActivation.SlopeFloats), typeof(FloatRange), FieldAttributes.Private),
            type.DefineField(nameof(IActivation.NeedsDoubles), typeof(bool), FieldAttributes.Private),
        ];
        foreach (var lane in lanes)
        {
            Getter(type, lane);
        }

        Constructor(type, values, lanes);
        Body(type, program, values, varied: -1);
        Body(type, program, values, varied);
        return type.CreateType().GetConstructors()[0];
    }

    private static void Getter(TypeBuilder type, FieldBuilder field)
    {
        var method = type.DefineMethod(
            "get_" + field.Name,
            MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.SpecialName,
            field.FieldType,
            []);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, field);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>From the parameters' values, in an array, and where floats will do.</summary>
    private static void Constructor(TypeBuilder type, FieldBuilder[] values, FieldBuilder[] lanes)
    {
        var il = type.DefineConstructor(
            MethodAttributes.Public, CallingConventions.HasThis, [typeof(double[]), .. lanes.Select(l => l.FieldType)]).GetILGenerator();
        for (var i = 0; i < values.Length; i++)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldelem_R8);
            il.Emit(OpCodes.Stfld, values[i]);
        }

        for (var i = 0; i < lanes.Length; i++)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg, (short)(2 + i));
            il.Emit(OpCodes.Stfld, lanes[i]);
        }

        il.Emit(OpCodes.Ret);
    }

    private static void Body(TypeBuilder type, Program program, FieldBuilder[] values, int varied)
    {
        var method = type.DefineMethod(
            nameof(IActivation.Of), MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot);
        var algebra = method.DefineGenericParameters("T")[0];
        algebra.SetGenericParameterAttributes(GenericParameterAttributes.NotNullableValueTypeConstraint | GenericParameterAttributes.DefaultConstructorConstraint);
        var real = RealOf(algebra);
        algebra.SetInterfaceConstraints(real);
        method.SetReturnType(algebra);
        method.SetParameters(varied < 0 ? [algebra] : [algebra, algebra]);
        method.SetImplementationFlags(MethodImplAttributes.AggressiveInlining);
        new BodyWriter(method.GetILGenerator(), algebra, real, program, values, varied).Write();
    }

    [UnconditionalSuppressMessage("Trimming", "IL2071", Justification = "The argument is a type parameter of what is emitted: nothing of it can be trimmed.")]
    private static Type RealOf(Type algebra) => typeof(IReal<>).MakeGenericType(algebra);
}
