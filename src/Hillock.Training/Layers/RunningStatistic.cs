namespace Hillock.Training;

/// <summary>Numbers, such as running means, that a layer keeps from step to step and no gradient changes.</summary>
/// <param name="Name">Layer and role: <c>batchnorm1.mean</c>.</param>
/// <param name="Value">The numbers.</param>
public sealed record RunningStatistic(string Name, Tensor Value);
