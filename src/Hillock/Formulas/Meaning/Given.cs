namespace Hillock.Formulas;

/// <summary>What a formula's text means: its expression and its parameters.</summary>
/// <param name="Value">What it computes from x and the parameters.</param>
/// <param name="Parameters">Its parameters, with the values given.</param>
/// <param name="Trained">Which of them is trained; <c>null</c> for none.</param>
/// <param name="Text">The text of the expression itself where it stands on one line of its own, otherwise the expression written down again.</param>
/// <param name="Missing">Parameters that were given no value, and what is to be said unless the formula is a known function, which has one.</param>
internal sealed record Given(
    Expression Value, IReadOnlyList<Parameter> Parameters, TrainedParameter? Trained, string Text, IReadOnlyList<(int Index, HillockException Mistake)> Missing)
{
    /// <summary>The same with the missing values: those that the known function has by default for parameters of those names.</summary>
    /// <exception cref="HillockException">It is none, or its parameter has another name: 2*x + q is more likely a slip than affine.</exception>
    public Given Completed(Recognised? known)
    {
        var all = Parameters.ToArray();
        foreach (var (index, mistake) in Missing)
        {
            var own = known is null ? -1 : Binder.IndexOf(known.Function, all[index].Name);
            all[index] = own >= 0 && known!.Parameters[own] is Value value && value.Index == index ? all[index] with { Default = known.Function.Parameters[own].Default } : throw mistake;
        }

        return this with { Parameters = all, Missing = [] };
    }
}
