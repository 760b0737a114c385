namespace Hillock.Web;

/// <summary>A function as code to be copied.</summary>
/// <param name="Title">What the language is called.</param>
/// <param name="Notation">How it is written.</param>
internal sealed record Code(string Title, Notation Notation)
{
    /// <summary>The languages on a function's page.</summary>
    public static IReadOnlyList<Code> All { get; } =
    [
        new("C#", Notation.Find("csharp")),
        new("NumPy", Notation.Find("numpy")),
        new("PyTorch", Notation.Find("pytorch")),
        new("Keras", Notation.Find("keras")),
        new("JAX", Notation.Find("jax")),
        new("JavaScript", Notation.Find("javascript")),
        new("LaTeX", Notation.Find("latex")),
    ];

    /// <summary>Whether a function is short enough to be written down.</summary>
    public static bool CanWrite(Activation f) => f.Function is { SlopeFormula.Length: > 0 };

    /// <summary>The formula and the slope in MathML, without the comment before it.</summary>
    public static string MathMl(Activation f) => Notation.Find("mathml").Write(f) is var text ? text[text.IndexOf("<math", StringComparison.Ordinal)..] : "";
}
