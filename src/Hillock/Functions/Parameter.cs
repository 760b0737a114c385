namespace Hillock;

/// <summary>A parameter of an activation function.</summary>
/// <param name="Name">As in the catalog: alpha, beta, low, high…</param>
/// <param name="Default">Its value when none is given.</param>
/// <param name="Least">The smallest valid value.</param>
/// <param name="Most">The largest valid value.</param>
public readonly record struct Parameter(string Name, double Default, double Least = double.MinValue, double Most = double.MaxValue);

/// <summary>A parameter that is trained along with the weights.</summary>
/// <param name="Index">Its place among <see cref="Activation.Parameters"/>.</param>
/// <param name="PerUnit">One for each unit of the layer; otherwise one for the whole layer.</param>
public readonly record struct TrainedParameter(int Index, bool PerUnit);
