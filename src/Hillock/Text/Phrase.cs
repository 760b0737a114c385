using System.Globalization;

namespace Hillock.Formulas;

/// <summary>How tightly an expression binds; a looser one inside a tighter one needs parentheses.</summary>
internal static class Binding
{
    public const int Choice = -1;
    public const int Comparison = 0;
    public const int Sum = 1;
    public const int Product = 2;
    public const int Negation = 3;
    public const int Power = 4;
    public const int Atom = 5;
}

/// <summary>A part of a formula written down.</summary>
/// <param name="Text">The text.</param>
/// <param name="Binding">How tightly it binds.</param>
/// <param name="Positive">Of −a, the text of a, so that b + −a is written b − a.</param>
internal readonly record struct Phrase(string Text, int Binding = Binding.Atom, string? Positive = null);

/// <summary>How a language writes an operation.</summary>
/// <param name="Pattern">Its text, with {0} for the first operand.</param>
/// <param name="Binding">How tightly the whole binds.</param>
/// <param name="Inner">How tightly the operands must bind to stand without parentheses.</param>
/// <param name="Helper">What must stand before the code that uses it.</param>
internal sealed record Form(string Pattern, int Binding = Binding.Atom, int Inner = Binding.Choice, Helper? Helper = null)
{
    public static implicit operator Form(string pattern) => new(pattern);

    /// <summary>name(operands).</summary>
    public static Form Call(Helper helper) => new($"{helper.Name}({{0}})", Helper: helper);

    public Phrase With(params object[] operands) => new(string.Format(CultureInfo.InvariantCulture, Pattern, operands), Binding);
}

/// <summary>A small function that generated code brings along, because the language's library lacks it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its code.</param>
/// <param name="Needs">Other helpers that it calls.</param>
internal sealed record Helper(string Name, string Text, params Helper[] Needs);
