namespace Hillock.Training;

/// <summary>Changes what a network trains, by its gradients.</summary>
/// <remarks>An optimizer remembers moments of the gradients and therefore belongs to one network from its first step on.</remarks>
public abstract class Optimizer
{
    private readonly Action<int, int> _update;
    private IReadOnlyList<Trainable> _trainables = [];
    private Tensor[][] _moments = [];
    private long _length;

    /// <summary>An optimizer that has not taken a step.</summary>
    /// <param name="learningRate">How far a step goes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a positive number.</exception>
    protected Optimizer(double learningRate)
    {
        LearningRate = learningRate;
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

    /// <summary>Steps taken.</summary>
    public int Steps { get; private set; }

    /// <summary>Tensors of the shape of each trainable that the optimizer keeps from step to step, zeros at first.</summary>
    private protected abstract int MomentsPerTrainable { get; }

    /// <summary>One step.</summary>
    /// <param name="trainables">What to change: the same list at every step.</param>
    /// <param name="crew">Who computes.</param>
    /// <exception cref="ArgumentException">The list is not that of the first step.</exception>
    public void Step(IReadOnlyList<Trainable> trainables, Crew crew)
    {
        if (Steps == 0)
        {
            _trainables = trainables;
            var moments = Enumerable.Range(0, MomentsPerTrainable);
            _moments = [.. trainables.Select(t => moments.Select(_ => new Tensor(t.Value.Shape)).ToArray())];
            _length = trainables.Sum(t => (long)t.Value.Length);
        }
        else if (!ReferenceEquals(trainables, _trainables))
        {
            throw new ArgumentException("This optimizer has begun with another network; make one for each.", nameof(trainables));
        }
        Steps++;
        Prepare();
        crew.Run(_update, _length * 4);
    }

    /// <summary>The moments of one trainable.</summary>
    internal IReadOnlyList<Tensor> MomentsOf(int trainable) => _moments[trainable];

    /// <summary>What is the same for all elements of a step.</summary>
    private protected virtual void Prepare()
    {
    }

    /// <summary>Changes the elements of one trainable from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    private protected abstract void Update(Trainable trainable, Tensor[] moments, int first, int end);

    private void Update(int part, int parts)
    {
        for (var i = 0; i < _trainables.Count; i++)
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
