namespace Hillock.Training;

/// <summary>Changes what a network trains, by its gradients.</summary>
/// <remarks>
/// An optimizer remembers moments of the gradients and therefore belongs to one network from its first step on. Weight decay acts on all
/// that the network trains, biases included.
/// </remarks>
public abstract class Optimizer
{
    private readonly Action<int, int> _update;
    private IReadOnlyList<Trainable>? _trainables;
    private Tensor[][] _moments = [];
    private long _length;

    /// <summary>An optimizer that has not taken a step.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="weightDecay">What of each weight is taken away, by each optimizer's own formula.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a positive number, or the decay negative or not finite.</exception>
    protected Optimizer(double learningRate, double weightDecay = 0)
    {
        LearningRate = learningRate;
        WeightDecay = weightDecay >= 0 && double.IsFinite(weightDecay)
            ? weightDecay
            : throw new ArgumentOutOfRangeException(nameof(weightDecay), weightDecay, "Weight decay is a finite number from 0 on.");
        _update = Update;
    }

    /// <summary>The name: <c>adam</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How far a step goes; may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a positive finite number.</exception>
    public double LearningRate
    {
        get;
        set => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A learning rate is a positive number.");
    }

    /// <summary>λ, what of each weight is taken away: added to the gradient as λθ, or apart from it where the optimizer says so.</summary>
    public double WeightDecay { get; }

    /// <summary>Steps taken.</summary>
    public int Steps { get; private set; }

    /// <summary>What the optimizer keeps from step to step, by name: each a tensor of the shape of each trainable, zeros at first.</summary>
    internal abstract IReadOnlyList<string> MomentNames { get; }

    /// <summary>The learning rate of the present step.</summary>
    private protected double Rate { get; private set; }

    /// <summary>One step.</summary>
    /// <param name="trainables">What to change: the same list at every step.</param>
    /// <param name="crew">Who computes.</param>
    /// <param name="share">What part of the learning rate this step takes, as a <see cref="Schedule"/> says; 0 changes no weight.</param>
    /// <exception cref="ArgumentException">The list is not that of the first step.</exception>
    public void Step(IReadOnlyList<Trainable> trainables, Crew crew, double share = 1)
    {
        Begin(trainables);
        Steps++;
        Rate = LearningRate * share;
        Prepare();
        crew.Run(_update, _length * 4);
    }

    /// <summary>Takes the list for its own; the first one settles which it is.</summary>
    /// <exception cref="ArgumentException">Another was taken before.</exception>
    internal void Begin(IReadOnlyList<Trainable> trainables)
    {
        if (_trainables is null)
        {
            _trainables = trainables;
            _moments = [.. trainables.Select(t => MomentNames.Select(_ => new Tensor(t.Value.Shape)).ToArray())];
            _length = trainables.Sum(t => (long)t.Value.Length);
        }
        else if (!ReferenceEquals(trainables, _trainables))
        {
            throw new ArgumentException("This optimizer has begun with another network; make one for each.", nameof(trainables));
        }
    }

    /// <summary>Goes on as if so many steps had been taken; their moments stand where <see cref="MomentsOf"/> has them.</summary>
    internal void Resume(int steps) => Steps = steps;

    /// <summary>The moments of one trainable, in the order of <see cref="MomentNames"/>.</summary>
    internal IReadOnlyList<Tensor> MomentsOf(int trainable) => _moments[trainable];

    /// <summary>A share that is kept from step to step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not at least 0 and below 1.</exception>
    private protected static double Kept(double share, string name) =>
        share is >= 0 and < 1 ? share : throw new ArgumentOutOfRangeException(name, share, $"{name} is at least 0 and below 1.");

    /// <summary>What is the same for all elements of a step.</summary>
    private protected virtual void Prepare()
    {
    }

    /// <summary>Changes the elements of one trainable from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    private protected abstract void Update(Trainable trainable, Tensor[] moments, int first, int end);

    private void Update(int part, int parts)
    {
        for (var i = 0; i < _trainables!.Count; i++)
        {
            var value = _trainables[i].Value;
            var (rows, columns) = Share.Of(value, part, parts);
            foreach (var range in new Segments(value, rows, columns))
            {
                Update(_trainables[i], _moments[i], range.Start.Value, range.End.Value);
            }
        }
        // Pointers into its tensors were at work.
        GC.KeepAlive(this);
    }
}
