using System.Globalization;
using System.Text;

namespace Hillock.Formulas;

/// <summary>A language with braces, which computes one number at a time and of a choice one branch only.</summary>
internal abstract class BraceText(string name, string summary, Grammar grammar) : ProgramText(name, summary, grammar)
{
    /// <summary>How a name is declared.</summary>
    protected abstract string Declaration { get; }

    /// <summary>The lines of a function's body.</summary>
    protected void Lines(StringBuilder text, Composer composer, string indent)
    {
        foreach (var (name, value) in composer.Locals)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{Declaration} {name} = {value};");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{indent}return {composer.Result.Text};");
    }

    /// <summary>What C, C# and JavaScript write alike.</summary>
    protected static Dictionary<Type, Form> Shared { get; } = new()
    {
        [typeof(Input)] = "x",
        [typeof(Greater)] = new("{0} > {1}", Binding.Comparison, Binding.Sum),
        [typeof(Less)] = new("{0} < {1}", Binding.Comparison, Binding.Sum),
        [typeof(Where)] = new("{0} ? {1} : {2}", Binding.Choice, Binding.Comparison),
    };
}
