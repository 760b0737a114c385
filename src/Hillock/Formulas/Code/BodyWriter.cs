using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Hillock.Formulas;

/// <summary>Writes a formula's body as calls to the static members of its algebra; what is used twice is kept in a local variable.</summary>
[RequiresDynamicCode("Emits code at run time.")]
internal sealed class BodyWriter
{
    private static readonly MethodInfo[] Members = typeof(IReal<>).GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static readonly ConstructorInfo ConstantOf = typeof(Constant).GetConstructor([typeof(double), typeof(double), typeof(string)])!;

    private static readonly FieldInfo Empty = typeof(string).GetField(nameof(string.Empty))!;

    // Operators have other names in C# than among people.
    private static readonly Dictionary<Type, string> Operators = new()
    {
        [typeof(Addition)] = "op_Addition", [typeof(Subtraction)] = "op_Subtraction", [typeof(Multiplication)] = "op_Multiply",
        [typeof(Division)] = "op_Division", [typeof(Negation)] = "op_UnaryNegation", [typeof(Greater)] = "op_GreaterThan", [typeof(Less)] = "op_LessThan",
    };

    private readonly ILGenerator il;
    private readonly Type algebra;
    private readonly Type real;
    private readonly Program program;
    private readonly IReadOnlyList<FieldInfo> values;
    private readonly int varied;
    private readonly Dictionary<Expression, LocalBuilder> locals = [];
    private readonly Dictionary<Expression, int> uses = [];

    public BodyWriter(ILGenerator il, Type algebra, Type real, Program program, IReadOnlyList<FieldInfo> values, int varied)
    {
        (this.il, this.algebra, this.real, this.program, this.values, this.varied) = (il, algebra, real, program, values, varied);
        foreach (var operand in program.Expressions.SelectMany(e => e.Operands))
        {
            uses[operand] = uses.GetValueOrDefault(operand) + 1;
        }
    }

    /// <summary>Writes all of it.</summary>
    public void Write()
    {
        Push(program.Expressions[^1]);
        il.Emit(OpCodes.Ret);
    }

    private void Push(Expression e)
    {
        if (locals.TryGetValue(e, out var local))
        {
            il.Emit(OpCodes.Ldloc, local);
            return;
        }

        if (e.Operation is Companion companion)
        {
            PushWithCompanions(e, companion.Primitive);
            return;
        }

        if (e.Operation is Unary primitive && Companions(primitive, e.Operands[0]).Count > 0)
        {
            PushWithCompanions(e, primitive);
            return;
        }

        Compute(e);
        if (uses.GetValueOrDefault(e) > 1 && e.Operation is not (Number or Input or Value))
        {
            local = il.DeclareLocal(algebra);
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Stloc, local);
            locals.Add(e, local);
        }
    }

    private void Compute(Expression e)
    {
        switch (e.Operation)
        {
            case Input:
                il.Emit(OpCodes.Ldarg_1);
                break;
            case Value value when value.Index == varied:
                il.Emit(OpCodes.Ldarg_2);
                break;
            case Value value:
                Field(value.Index);
                Call("op_Implicit", typeof(double));
                break;
            case ScaledByValue scaled when scaled.Index == varied:
                il.Emit(OpCodes.Ldarg_2);
                Push(e.Operands[0]);
                Call("op_Multiply", algebra, algebra);
                break;
            case ScaledByValue scaled:
                Push(e.Operands[0]);
                Field(scaled.Index);
                Call(nameof(Scaled), algebra, typeof(double));
                break;
            case Number number:
                Call("op_Implicit", Load(number));
                break;
            case Multiple multiple:
                var type = Load(multiple.Factor);
                Push(e.Operands[0]);
                Call("op_Multiply", type, algebra);
                break;
            case Scaled scaled:
                Push(e.Operands[0]);
                il.Emit(OpCodes.Ldc_R8, scaled.Factor);
                Call(nameof(Scaled), algebra, typeof(double));
                break;
            case SteepGate gate:
                Push(e.Operands[0]);
                LoadConstant(gate.Steepness);
                Call(nameof(SigmoidGate), algebra, typeof(Constant));
                break;
            case CubicGate gate:
                Push(e.Operands[0]);
                LoadConstant(gate.Steepness);
                LoadConstant(gate.Cubic);
                Call(nameof(SigmoidGate), algebra, typeof(Constant), typeof(Constant));
                break;
            default:
                foreach (var operand in e.Operands)
                {
                    Push(operand);
                }

                Call(Operators.GetValueOrDefault(e.Operation.GetType(), e.Operation.GetType().Name), [.. e.Operands.Select(_ => algebra)]);
                break;
        }
    }

    /// <summary>A primitive and what it gives along, all at once.</summary>
    private void PushWithCompanions(Expression wanted, Unary primitive)
    {
        var operand = wanted.Operands[0];
        var companions = Companions(primitive, operand);
        var member = Members.Single(m => m.Name == primitive.GetType().Name && m.GetParameters() is { Length: > 1 } p && p[^1].IsOut && p.Skip(1).All(o => o.IsOut));
        Push(operand);
        LocalBuilder[] results = [.. member.GetParameters().Select(_ => il.DeclareLocal(algebra))];
        foreach (var companion in results.Skip(1))
        {
            il.Emit(OpCodes.Ldloca, companion);
        }

        Call(member);
        il.Emit(OpCodes.Stloc, results[0]);
        locals.Add(Expression.Of(primitive, operand), results[0]);
        foreach (var companion in companions)
        {
            locals.Add(companion, results[1 + ((Companion)companion.Operation).Place]);
        }

        il.Emit(OpCodes.Ldloc, locals[wanted]);
    }

    private List<Expression> Companions(Unary primitive, Expression operand) =>
        [.. program.Expressions.Where(e => e.Operation is Companion c && c.Primitive == primitive && e.Operands[0].Equals(operand))];

    private void Field(int index)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, values[index]);
    }

    private Type Load(Number number)
    {
        if (!number.IsDouble)
        {
            LoadConstant(number);
            return typeof(Constant);
        }

        il.Emit(OpCodes.Ldc_R8, number.Constant.High);
        return typeof(double);
    }

    /// <summary>Without its text, which only formulas written down need, and those are written from the steps.</summary>
    private void LoadConstant(Number number)
    {
        il.Emit(OpCodes.Ldc_R8, number.Constant.High);
        il.Emit(OpCodes.Ldc_R8, number.Constant.Low);
        il.Emit(OpCodes.Ldsfld, Empty);
        il.Emit(OpCodes.Newobj, ConstantOf);
    }

    private void Call(string name, params Type[] operands) =>
        Call(Members.Single(m => m.Name == name && m.GetParameters() is var p && p.Length == operands.Length && p.Zip(operands).All(Fits)));

    /// <summary>The algebra itself is a type parameter of its interface, everything else what it is.</summary>
    private bool Fits((ParameterInfo Parameter, Type Type) pair) =>
        pair.Type == algebra ? pair.Parameter.ParameterType.IsGenericParameter : pair.Parameter.ParameterType == pair.Type;

    private void Call(MethodInfo member)
    {
        il.Emit(OpCodes.Constrained, algebra);
        il.Emit(OpCodes.Call, TypeBuilder.GetMethod(real, member));
    }
}
