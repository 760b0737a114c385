using System.Globalization;

namespace Hillock;

/// <summary>Names with the parameters that differ from their defaults, and parameters by name.</summary>
internal static class ParameterText
{
    /// <summary>The name of a function with given values: <c>leaky_relu(alpha=0.2)</c>.</summary>
    public static string NameOf(Entry entry, IReadOnlyList<double> values, TrainedParameter? trained = null, TrainedParameter? usual = null)
    {
        if (entry.Family == Family.Own)
        {
            return string.Join("; ", entry.Parameters.Select((p, i) => $"{p.Name} = {OwnText(values[i], trained?.Index == i ? trained : null)}").Prepend(entry.Name));
        }

        var changed = entry.Parameters.Select((parameter, i) => (parameter, i))
            .Where(p => values[p.i] != p.parameter.Default || (trained?.Index == p.i && trained != usual))
            .Select(p => $"{p.parameter.Name}={ValueText(values[p.i], p.parameter, trained?.Index == p.i ? trained : null)}")
            .ToList();
        if (entry is Function { Surrogate: { } surrogate })
        {
            changed.Add($"{Catalog.SurrogateWord}={surrogate}");
        }

        return changed.Count == 0 ? entry.Name : $"{entry.Name}({string.Join(", ", changed)})";
    }

    /// <summary>Where a parameter stands among others.</summary>
    /// <exception cref="HillockException">It is none of them.</exception>
    public static int IndexOf(string function, IReadOnlyList<Parameter> parameters, string parameter)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == parameter)
            {
                return i;
            }
        }

        throw new HillockException(parameters.Count == 0
            ? $"{function} has no parameters, so none called '{parameter}'."
            : $"{function} has no parameter '{parameter}'; it has {string.Join(", ", parameters.Select(p => p.Name))}.");
    }

    /// <summary>A parameter of a formula, which has no value unless it is given one.</summary>
    private static string OwnText(double value, TrainedParameter? trained)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        return trained is { } t ? $"{TrainedWord.Of(t)}({number})" : number;
    }

    private static string ValueText(double value, Parameter parameter, TrainedParameter? trained)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        return trained is not { } t ? number
            : TrainedWord.Of(t) + (value == parameter.Default ? "" : $"({number})");
    }
}
