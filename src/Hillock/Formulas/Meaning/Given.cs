namespace Hillock.Formulas;

/// <summary>What a formula's text means: its expression and its parameters.</summary>
/// <param name="Value">What it computes from x and the parameters.</param>
/// <param name="Parameters">Its parameters, with the values given.</param>
/// <param name="Trained">Which of them is trained; <c>null</c> for none.</param>
/// <param name="Text">The text of the expression itself where it stands on one line of its own, otherwise the expression written down again.</param>
internal sealed record Given(Expression Value, IReadOnlyList<Parameter> Parameters, TrainedParameter? Trained, string Text);
