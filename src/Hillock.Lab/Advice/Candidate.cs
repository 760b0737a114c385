namespace Hillock.Lab;

/// <summary>A function and what can be computed of it for a network that is asked about.</summary>
public sealed record Candidate
{
    private Candidate()
    {
    }

    /// <summary>The function.</summary>
    public required Activation Activation { get; init; }

    /// <summary>The first weights that go with it.</summary>
    public required Initialisation Initialisation { get; init; }

    /// <summary>What it does to a standard normal.</summary>
    public required Moments Moments { get; init; }

    /// <summary>The mean's part of the mean square of its outputs, from 0 for centred ones to 1 for a constant; NaN where there are none but 0.</summary>
    public double Shift => Moments.Mean * Moments.Mean / Moments.Square;

    /// <summary>Signals and gradients in a plain stack of as many layers, with those first weights.</summary>
    public required SignalPropagation Propagation { get; init; }

    /// <summary>The variances for which gradients neither vanish nor explode, with biases of variance 0.05; <c>null</c> where there are none.</summary>
    public required CriticalPoint? Critical { get; init; }

    /// <summary>The chance that a unit has no slope at all for an input.</summary>
    public required double Inactive { get; init; }

    /// <summary>The chance that the whole network is dead before the first step, see <see cref="BornDead"/>.</summary>
    public required double BornDead { get; init; }

    /// <summary>What the number format loses of it.</summary>
    public required LostDigits Lost { get; init; }

    /// <summary>Whether both limits are finite.</summary>
    public required bool IsBounded { get; init; }

    /// <summary>What one evaluation needs; <c>null</c> where that is not known.</summary>
    public OperationCount? Cost => Activation.Function?.Cost;

    /// <summary>The name.</summary>
    public string Name => Activation.Name;

    /// <summary>All that can be computed.</summary>
    public static Candidate Of(Activation f, Question question)
    {
        var (figures, initialisation) = (FunctionFigures.Of(f), InitialisationTable.For(f, question));
        var propagation = figures.Propagation(initialisation.Initializer, question.Depth, question.Normalization);
        var inactive = figures.Inactive(propagation.Variances[^1]);
        return new()
        {
            Activation = f,
            Initialisation = initialisation,
            Moments = figures.Moments,
            Propagation = propagation,
            Critical = figures.Critical,
            Inactive = inactive,
            BornDead = Lab.BornDead.Probability(question.Width, question.Depth, inactive),
            Lost = figures.Lost(question.Precision),
            IsBounded = figures.IsBounded,
        };
    }
}
