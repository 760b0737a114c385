using System.Globalization;

namespace Hillock.Formulas;

/// <summary>What calls mean.</summary>
internal sealed partial class Binder
{
    // What libraries call the parameters of functions that the catalog has under another name.
    private static readonly Dictionary<string, string[]> ParameterNames = new()
    {
        ["negative_slope"] = ["alpha"], ["lambd"] = ["lambda"], ["min_val"] = ["low"], ["max_val"] = ["high"], ["min"] = ["low"], ["max"] = ["high"],
        ["threshold"] = ["theta"], ["init"] = ["alpha"], ["a"] = ["alpha"], ["slope"] = ["alpha"], ["α"] = ["alpha"], ["β"] = ["beta"], ["λ"] = ["lambda"], ["max_value"] = ["ceiling"],
    };

    // What only a library's storage or speed depends on.
    private static readonly HashSet<string> Ignored = ["inplace", "dtype", "name", "out", "training", "axis"];

    private Meaning Call(CallSyntax call, Scope scope)
    {
        if (procedures.TryGetValue(call.Name, out var procedure) && scope.Find(call.Name) is null)
        {
            return new Quantity(Own(call, procedure, scope));
        }

        if (IsValue(call.Name, scope))
        {
            if (Words.Find("", call.Name) is not null || Catalog.TryFind(call.Name, out _))
            {
                throw source.Error(call.At, $"{Shown.Quoted(call.Name)} is a function, and here a value too; give the value another name");
            }

            return call.Arguments is [{ Name: null } only]
                ? new Quantity(Arithmetic.Multiply(SymbolOf(new NameSyntax(call.At, call.Name), scope), SymbolOf(only.Value, scope)))
                : throw source.Error(call.At, $"{Shown.Quoted(call.Name)} is a value, not a function; write * for a product");
        }

        return call.Name switch
        {
            "where" or "select" or "iif" when call.Arguments.Count == 3 => new Quantity(
                ConditionOf(call.Arguments[0].Value, scope).Choose(SymbolOf(call.Arguments[1].Value, scope), SymbolOf(call.Arguments[2].Value, scope))),
            "where" => throw source.Error(call.At, "where takes three arguments: where(x > 0, x, 0)"),
            "max" or "maximum" or "fmax" or "Max" => new Quantity(Extreme(call, scope, Arithmetic.Max)),
            "min" or "minimum" or "fmin" or "Min" => new Quantity(Extreme(call, scope, Arithmetic.Min)),
            "logical_and" when call.Arguments.Count == 2 => Both(call, scope, Condition.Both),
            "logical_or" when call.Arguments.Count == 2 => Both(call, scope, Condition.Either),
            "logical_not" when call.Arguments.Count == 1 => Condition.Not(ConditionOf(call.Arguments[0].Value, scope)),
            "greater" or "gt" when call.Arguments.Count == 2 => Compared(call, scope, ">"),
            "less" or "lt" when call.Arguments.Count == 2 => Compared(call, scope, "<"),
            "greater_equal" or "ge" when call.Arguments.Count == 2 => Compared(call, scope, ">="),
            "less_equal" or "le" when call.Arguments.Count == 2 => Compared(call, scope, "<="),
            TrainedWord.PerLayer or TrainedWord.PerUnit => throw source.Error(
                call.At, "a trained parameter gets a name of its own: x * sigmoid(beta * x); beta = trainable(1.5)"),
            _ when Words.Find(call.Library, call.Name) is { } word && call.Arguments.Count <= word.Inputs.Length
                && call.Arguments.All(a => a.Name is null || Ignored.Contains(a.Name) || word.Inputs.Any(i => i.TrimEnd('?') == Words.InputNamed(word, a.Name))) =>
                new Quantity(Known(call, word, scope)),
            _ when Catalog.TryFind(call.Name, out var entry) && (entry.Parameters.Count > 0 || Words.Find(call.Library, call.Name) is null) => new Quantity(Listed(call, entry, scope)),
            _ when Words.Find(call.Library, call.Name) is { } word => throw source.Error(call.At, $"{call.Name} is written {word.Usage(call.Name)}"),
            _ => throw source.Error(call.At, $"there is no function {Shown.Quoted(call.Name)}" + Hint(call.Name)),
        };
    }

    private string Hint(string name) =>
        name is "round" or "floor" or "ceil" or "trunc" or "int" or "Floor" or "Ceiling" or "Round" ? ": whole numbers have no slope to train with"
        : Nearest.DidYouMean(name, [.. Words.Names, .. procedures.Keys, .. Catalog.Functions.SelectMany(f => f.Names)]) is { Length: > 0 } hint
            ? hint
            : "; 'hillock list' shows all, and exp, log, tanh, where and the like are known too";

    private Condition Both(CallSyntax call, Scope scope, Func<Condition, Condition, Condition> join) =>
        join(ConditionOf(call.Arguments[0].Value, scope), ConditionOf(call.Arguments[1].Value, scope));

    private Condition Compared(CallSyntax call, Scope scope, string sign) =>
        Condition.Compare(sign, SymbolOf(call.Arguments[0].Value, scope), SymbolOf(call.Arguments[1].Value, scope));

    private Symbol Extreme(CallSyntax call, Scope scope, Func<Symbol, Symbol, Symbol> join) => call.Arguments.Count >= 2
        ? call.Arguments.Select(a => SymbolOf(a.Value, scope)).Aggregate(join)
        : throw source.Error(call.At, $"{call.Name} takes two arguments: {call.Name}(x, 0)");

    private Symbol Known(CallSyntax call, Word word, Scope scope)
    {
        var values = new Symbol?[word.Inputs.Length];
        var place = 0;
        foreach (var argument in call.Arguments.Where(a => a.Name is null || !Ignored.Contains(a.Name)))
        {
            var index = argument.Name is null ? place++ : Array.FindIndex(word.Inputs, i => i.TrimEnd('?') == Words.InputNamed(word, argument.Name));
            if (values[index] is not null)
            {
                throw source.Error(argument.At, $"{Shown.Quoted(word.Inputs[index].TrimEnd('?'))} is given twice");
            }

            // np.clip(x, 0, None)
            if (argument.Value is not NameSyntax { Name: "None" or "null" })
            {
                values[index] = SymbolOf(argument.Value, scope);
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null && !word.Inputs[i].EndsWith('?'))
            {
                throw source.Error(call.At, $"{Shown.Quoted(word.Inputs[i])} is missing: {word.Usage(call.Name)}");
            }
        }

        return Arithmetic.Folded(word.Build(values));
    }

    /// <summary>A function of the catalog, of any expression, with parameters that may be any too.</summary>
    private Symbol Listed(CallSyntax call, Entry entry, Scope scope)
    {
        if (entry is not Function function)
        {
            throw source.Error(call.At, NeedsRow(entry));
        }

        Symbol? x = null;
        var values = function.Defaults.Select(v => (Symbol)v).ToArray();
        var place = 0;
        foreach (var argument in call.Arguments.Where(a => a.Name is null || !Ignored.Contains(a.Name)))
        {
            if (argument.Name == "approximate" && function.Name == "gelu")
            {
                function = Approximated(argument, function);
                continue;
            }

            if (x is null && argument.Name is null or "x" or "input")
            {
                x = SymbolOf(argument.Value, scope);
                continue;
            }

            var index = argument.Name is null ? place++ : IndexOf(function, argument.Name);
            if (index < 0 || index >= values.Length)
            {
                throw source.Error(argument.At, function.Parameters.Count == 0
                    ? $"{function.Name} takes no parameters: {function.Name}(x)"
                    : $"{function.Name} takes x and {string.Join(", ", function.Parameters.Select(p => p.Name))}");
            }

            values[index] = SymbolOf(argument.Value, scope);
        }

        return Listed(call, function, x ?? throw source.Error(call.At, $"{function.Name} of what? Write {function.Name}(x)"), values);
    }

    private Symbol Listed(CallSyntax call, Function function, Symbol x, Symbol[] values)
    {
        if (values.Any(v => Arithmetic.Value(v) is null))
        {
            return Arithmetic.Operation(new VariedCatalogCall(function), [x, .. values]);
        }

        double[] numbers = [.. values.Select(v => Arithmetic.Value(v)!.Value)];
        try
        {
            function.Check(numbers);
        }
        catch (HillockException wrong)
        {
            throw source.Error(call.At, wrong.Message.TrimEnd('.'));
        }

        return Arithmetic.Operation(new CatalogCall(function, numbers), x);
    }

    private Function Approximated(ArgumentSyntax argument, Function gelu) => argument.Value switch
    {
        QuotedSyntax { Text: "tanh" } or NameSyntax { Name: "True" or "true" } => (Function)Catalog.Find("gelu_tanh"),
        QuotedSyntax { Text: "none" } or NameSyntax { Name: "False" or "false" } => gelu,
        _ => throw source.Error(argument.At, "gelu's approximate is 'tanh' or 'none'"),
    };

    /// <summary>Which parameter of a function has a name, or is what libraries call so; −1 for none.</summary>
    internal static int IndexOf(Function function, string name)
    {
        string[] names = [name, .. ParameterNames.GetValueOrDefault(name, [])];
        return names.Select(n => function.Parameters.ToList().FindIndex(p => p.Name == n)).FirstOrDefault(i => i >= 0, -1);
    }

    /// <summary>A call of the user's own function.</summary>
    private Symbol Own(CallSyntax call, Procedure procedure, Scope scope)
    {
        Count(call.At);
        var inner = Scope.Empty;
        for (var i = 0; i < procedure.Inputs.Count; i++)
        {
            var input = procedure.Inputs[i];
            var argument = call.Arguments.FirstOrDefault(a => a.Name == input.Name) ?? call.Arguments.Where(a => a.Name is null).ElementAtOrDefault(i);
            var meaning = argument is not null ? MeaningOf(argument.Value, scope)
                : input.Default is { } usual ? MeaningOf(usual, Scope.Empty)
                : throw source.Error(call.At, string.Create(CultureInfo.InvariantCulture, $"{call.Name} takes {procedure.Inputs.Count} arguments; {Shown.Quoted(input.Name)} is missing"));
            inner = inner.With(input.Name, meaning);
        }

        if (call.Arguments.Count > procedure.Inputs.Count)
        {
            throw source.Error(call.Arguments[procedure.Inputs.Count].At, $"{call.Name} takes fewer arguments");
        }

        if (!underWay.Add("call " + procedure.Name))
        {
            throw source.Error(call.At, $"{call.Name} calls itself, and a formula has no end of that");
        }

        var value = ExpressionOf(procedure.Body, procedure.At, inner);
        underWay.Remove("call " + procedure.Name);
        return value;
    }
}
