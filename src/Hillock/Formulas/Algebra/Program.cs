namespace Hillock.Formulas;

/// <summary>An expression as a list of steps, each shared expression one of them.</summary>
internal sealed class Program
{
    private readonly Step[] steps;

    /// <summary>Orders the expressions beneath one, operands first.</summary>
    public Program(Expression root)
    {
        var places = new Dictionary<Expression, int>();
        List<Step> ordered = [];
        Add(root, places, ordered);
        steps = [.. ordered];
        Expressions = [.. places.OrderBy(p => p.Value).Select(p => p.Key)];
    }

    /// <summary>The expressions, operands first.</summary>
    public IReadOnlyList<Expression> Expressions { get; }

    /// <summary>The value of the last of them.</summary>
    public T Of<T>(Arguments<T> arguments)
        where T : struct, IReal<T>
    {
        var room = Room<T>.Of(steps.Length);
        // The most operands an operation has: x and the parameters of a function with three.
        Span<T> operands = [default, default, default, default];
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            for (var j = 0; j < step.Operands.Length; j++)
            {
                operands[j] = room[step.Operands[j]];
            }

            room[i] = step.Operation.Of(operands[..step.Operands.Length], arguments);
        }

        return room[steps.Length - 1];
    }

    private static int Add(Expression expression, Dictionary<Expression, int> places, List<Step> steps)
    {
        if (!places.TryGetValue(expression, out var place))
        {
            int[] operands = [.. expression.Operands.Select(o => Add(o, places, steps))];
            place = steps.Count;
            places.Add(expression, place);
            steps.Add(new(expression.Operation, operands));
        }

        return place;
    }

    private readonly record struct Step(Operation Operation, int[] Operands);

    /// <summary>Where a thread keeps values between steps; a vector's worth of elements is no reason to allocate.</summary>
    private static class Room<T>
    {
        [ThreadStatic]
        private static T[]? room;

        public static T[] Of(int length) => room is { } r && r.Length >= length ? r : room = new T[Math.Max(length, 16)];
    }
}
