using System.Globalization;

namespace Hillock.Formulas;

/// <summary>The parameters of a formula: names that are given a number, or one to start training from.</summary>
internal sealed class ParameterList(SourceText source)
{
    private const int Most = 16;

    private readonly List<(Parameter Parameter, int At)> all = [];
    private readonly List<(int Index, HillockException Mistake)> missing = [];

    /// <summary>In the order in which they are given.</summary>
    public IReadOnlyList<Parameter> All => [.. all.Select(p => p.Parameter)];

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => all.Select(p => p.Parameter.Name);

    /// <summary>Those without a value, and the mistake that this is.</summary>
    public IReadOnlyList<(int Index, HillockException Mistake)> Missing => missing;

    /// <summary>Which one is trained.</summary>
    public TrainedParameter? Trained { get; private set; }

    /// <summary>Adds a name if its value makes it a parameter: 1.5, −1.5, trainable(1.5).</summary>
    public bool TryAdd(string name, Syntax value)
    {
        if (value is CallSyntax { Name: TrainedWord.PerLayer or TrainedWord.PerUnit or "Parameter" } training)
        {
            AddTrained(name, training);
            return true;
        }

        if (Number(value) is not { } number)
        {
            return false;
        }

        Add(name, value.At, number);
        return true;
    }

    /// <summary>Adds a name that has no value: a parameter if the formula turns out to be a known function, otherwise a mistake.</summary>
    public Symbol AddMissing(string name, int at, HillockException mistake)
    {
        if (all.Count == Most)
        {
            throw mistake;
        }

        missing.Add((all.Count, mistake));
        Add(name, at, 1);
        return Symbol.Parameter(all.Count - 1);
    }

    private void AddTrained(string name, CallSyntax training)
    {
        if (training.Arguments.Count != 1 || Number(training.Arguments[0].Value) is not { } start)
        {
            throw source.Error(training.At, $"{Shown.Quoted(name)} needs a number to start from: {name} = {training.Name}(1)");
        }

        Trained = Trained is null
            ? new(all.Count, training.Name == TrainedWord.PerUnit)
            : throw source.Error(training.At, $"{Shown.Quoted(all[Trained.Value.Index].Parameter.Name)} is trained already; of a function, one parameter can be");
        Add(name, training.At, start);
    }

    private void Add(string name, int at, double number)
    {
        if (name == "x" || Names.Contains(name))
        {
            throw source.Error(at, $"{Shown.Quoted(name)} is given a value twice");
        }

        if (all.Count == Most)
        {
            throw source.Error(at, $"a formula has at most {Most} parameters");
        }

        all.Add((new(name, number), at));
    }

    /// <summary>The parameter of that name.</summary>
    public Symbol? Find(string name) => all.FindIndex(p => p.Parameter.Name == name) is var i and >= 0 ? Symbol.Parameter(i) : default(Symbol?);

    /// <summary>A value that nothing depends on is a mistake.</summary>
    public void CheckUsed(Expression formula)
    {
        var used = new Program(formula).Expressions.Select(e => (e.Operation as Value)?.Index ?? (e.Operation as ScaledByValue)?.Index).ToHashSet();
        if (all.FindIndex(p => !used.Contains(all.IndexOf(p))) is var unused and >= 0)
        {
            throw source.Error(all[unused].At, $"{Shown.Quoted(all[unused].Parameter.Name)} is given a value and never used");
        }
    }

    private static double? Number(Syntax value) => value switch
    {
        NumberSyntax number when double.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && double.IsFinite(v) => v,
        NegationSyntax { Operand: var operand } => -Number(operand),
        _ => default(double?),
    };
}
