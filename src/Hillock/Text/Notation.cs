using Hillock.Formulas;

namespace Hillock;

/// <summary>A language in which a function and its derivative can be written down: NumPy, LaTeX, ONNX…</summary>
public abstract class Notation
{
    private protected Notation(string name, string summary)
    {
        (Name, Summary) = (name, summary);
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Notation> All { get; } =
        [new Latex(), new MathMl(), new CSharp(), new OwnCSharp(), new NumPy(), new PyTorch(), new Keras(), new Jax(), new JavaScript(), new Onnx()];

    /// <summary>The word that chooses it: <c>pytorch</c>.</summary>
    public string Name { get; }

    /// <summary>What is written.</summary>
    public string Summary { get; }

    /// <summary>The notation of that name.</summary>
    /// <exception cref="HillockException">There is none.</exception>
    public static Notation Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new HillockException($"There is no format {Shown.Quoted(name)}{Nearest.DidYouMean(name, All.Select(n => n.Name)).TrimEnd('?')}; the formats are {string.Join(", ", All.Select(n => n.Name))}.");
    }

    /// <summary>A function and its derivative, with the parameters' values as defaults; ends with a line break.</summary>
    /// <exception cref="HillockException">The activation was not made by a function that could be written down, or its formula is too large.</exception>
    public string Write(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return activation.Function is { } function
            ? Write(new Subject(activation, function)).ReplaceLineEndings("\n").TrimEnd('\n') + "\n"
            : throw new HillockException($"{activation.Name} is no function of the catalog and no formula, so it cannot be written down.");
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private protected abstract string Write(Subject subject);
}
