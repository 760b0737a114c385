using static System.FormattableString;

namespace Hillock.Lab;

/// <summary>All combinations of what is to be compared.</summary>
public sealed record Grid
{
    /// <summary>The activations.</summary>
    public required IReadOnlyList<Activation> Activations { get; init; }

    /// <summary>Rules for first weights; empty for the one of the recipe that is varied.</summary>
    public IReadOnlyList<Initializer> Initializers { get; init; } = [];

    /// <summary>Learning rates; empty for the one of the recipe that is varied.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [];

    /// <summary>Courses of the learning rate; empty for the one of the recipe that is varied.</summary>
    public IReadOnlyList<ScheduleChoice> Schedules { get; init; } = [];

    /// <summary>Numbers of hidden layers; empty for the network as it is.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [];

    /// <summary>A recipe for each combination, named by what differs; the activation varies fastest.</summary>
    /// <param name="first">What is the same for all.</param>
    /// <exception cref="HillockException">The network has no layers that can be repeated.</exception>
    public IReadOnlyList<Recipe> Of(Recipe first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return
        [
            .. from depth in Some(Depths)
               from schedule in Some(Schedules)
               from rate in Some(LearningRates)
               from initializer in Some(Initializers)
               from activation in Activations
               select Named(first with
               {
                   Activation = activation,
                   Network = depth is [var layers] ? Deep(first.Network, layers) : first.Network,
                   Schedule = schedule is [var course] ? course : first.Schedule,
                   LearningRate = rate is [var value] ? value : first.LearningRate,
                   Initializer = initializer is [var rule] ? rule : first.Initializer,
               }, depth),
        ];
    }

    /// <summary>Each of several alone, or once nothing.</summary>
    private static IEnumerable<IReadOnlyList<T>> Some<T>(IReadOnlyList<T> several) => several.Count == 0 ? [[]] : several.Select(one => new[] { one });

    private static Plan Deep(Plan network, int layers) => network.WithDepth(layers)
        ?? throw new HillockException(
            $"--depth {layers}: {Shown.Quoted(network.Text)} has no hidden layers of one width, nor one repeat of layers, whose number could be changed");

    private Recipe Named(Recipe recipe, IReadOnlyList<int> depth)
    {
        var differing = string.Join(", ", new[]
        {
            Initializers.Count > 1 ? recipe.Initializer.Name : "",
            Schedules.Count > 1 ? recipe.Schedule.Name : "",
            LearningRates.Count > 1 ? Invariant($"lr {recipe.LearningRate:G3}") : "",
            Depths.Count > 1 ? Invariant($"depth {depth[0]}") : "",
        }.Where(part => part.Length > 0));
        return recipe with { Name = differing.Length == 0 ? recipe.Activation.Name : $"{recipe.Activation.Name} ({differing})" };
    }
}
