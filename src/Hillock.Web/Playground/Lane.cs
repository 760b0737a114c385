namespace Hillock.Web;

/// <summary>One network of a playground in training: what it is, what was seen of it, and where its numbers ended.</summary>
internal sealed class Lane
{
    private const int FirstLooks = 8, MostLooks = 72, MostPoints = 200, Patience = 300;

    private readonly Material _material;
    private readonly Batches _train, _trainAsItIs, _test;
    private readonly Draws _order;
    private readonly Thinned<Point> _curve = new(1, MostPoints);
    private readonly List<EpochRecord> _epochs = [];
    private Trainer _trainer = null!;
    private Probe _probe = null!;
    private Thinned<Check> _checks = null!;
    private int _seen;
    private long _before;
    private int _epochsBefore;
    private double _sum, _weight;
    private (long Step, Evaluation Result) _tested;

    /// <summary>A network with its first weights.</summary>
    /// <exception cref="HillockException">Something in the setup is not right.</exception>
    public Lane(Setup setup, Material material)
    {
        _material = material;
        (_train, _trainAsItIs, _test) = (material.Train(setup.Batch), material.TrainAsItIs(), material.Test());
        _order = new(setup.Seed, "batches");
        _train.Shuffle(_order);
        Begin(setup);
    }

    /// <summary>What it is made from, as changed since.</summary>
    public Setup Setup { get; private set; } = null!;

    /// <summary>How it is made and trained, as the lab says it.</summary>
    public Recipe Recipe { get; private set; } = null!;

    /// <summary>The network.</summary>
    public Network Network => _trainer.Network;

    /// <summary>Steps taken.</summary>
    public long Step => _before + _trainer.Optimizer.Steps;

    /// <summary>Passes over the data, the one under way included.</summary>
    public double Epoch => _epochsBefore + _epochs.Count + ((double)(_train.Position % _train.Count) / _train.Count);

    /// <summary>Where numbers ended.</summary>
    public Breakdown? Broken => _probe.Breakdown is { } end ? end with { Step = end.Step + _before } : null;

    /// <summary>Loss and score from time to time.</summary>
    public IReadOnlyList<Point> Curve => _curve.Kept;

    /// <summary>What was seen last; <c>null</c> before the first look.</summary>
    public Check? Last => _checks.Kept is [.., var last] ? last : null;

    /// <summary>One step of training; none where numbers have ended.</summary>
    /// <param name="look">Whether to look at the network after it.</param>
    public void Train(bool look)
    {
        if (Broken is not null)
        {
            return;
        }
        if (_train.Next() is not var (inputs, targets))
        {
            EndEpoch();
            _train.Shuffle(_order);
            (inputs, targets) = _train.Next()!.Value;
        }
        if (look)
        {
            _probe.Expect();
        }
        var loss = _trainer.Step(inputs, targets);
        var weight = _trainer.Loss.Weight(targets);
        (_sum, _weight) = (_sum + (loss * weight), _weight + weight);
        _probe.AfterStep(loss);
        if (Collect() == 0 && look && double.IsFinite(loss))
        {
            Add(_probe.Look(loss));
        }
    }

    /// <summary>Notes how well it does now.</summary>
    public void Judge()
    {
        var (train, test) = (_trainer.Evaluate(_trainAsItIs), Tested());
        _probe.AfterEvaluation(test.Loss);
        _curve.Add(new(Step, train.Loss, test.Loss, _material.Measure.Of(train, _material.Split.Train), _material.Measure.Of(test, _material.Split.Test)));
    }

    /// <summary>What is wrong, causes first.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var seen = Case.Of(Recipe, _material.Split, _material.Measure, Network, _epochs, _checks.Kept, Broken, Thresholds.Default);
        // Whether it learns is not asked before it has had time to.
        return Diagnosis.Of(Step < Patience ? seen with { Gain = double.NaN } : seen);
    }

    /// <summary>Goes on with other activations and the same weights; what was seen of the old network is forgotten.</summary>
    /// <exception cref="HillockException">One of them is not right; nothing has changed.</exception>
    public void Switch(Setup setup)
    {
        var (old, steps) = (Network, Step);
        var kept = old.Trainables.Select(t => (t.Name, t.Value)).Concat(old.Statistics.Select(s => (s.Name, s.Value))).ToDictionary(pair => pair.Name, pair => pair.Value);
        Begin(setup);
        foreach (var (name, value) in Network.Trainables.Select(t => (t.Name, t.Value)).Concat(Network.Statistics.Select(s => (s.Name, s.Value))))
        {
            if (kept.TryGetValue(name, out var before) && before.Length == value.Length)
            {
                before.Values.CopyTo(value.Values);
            }
        }
        _before = steps;
        _epochsBefore += _epochs.Count;
        _epochs.Clear();
        (_sum, _weight) = (0, 0);
    }

    /// <summary>Goes on with another learning rate.</summary>
    public void SetRate(double rate)
    {
        (Setup, Recipe) = (Setup with { Rate = rate }, Recipe with { LearningRate = rate });
        _trainer.Optimizer.LearningRate = rate;
    }

    private void Begin(Setup setup)
    {
        var recipe = Blueprint.Of(setup);
        var train = _material.Split.Train;
        // Its turns are one thread's; more of them serve other sessions.
        var network = recipe.Network.Build([train.Features], train.OutputShape, recipe.Activation);
        network.Initialize(setup.Seed, recipe.Initializer, recipe.Initializer.Measures ? _material.Looked : null);
        (Setup, Recipe) = (setup, recipe);
        _tested = (-1, default);
        _trainer = new(network, Loss.For(train.Task), recipe.Optimizer.Create(recipe.LearningRate), new() { Clipping = recipe.Clipping });
        // The first step is looked at in any case; all others as frames come.
        _probe = new(_trainer, _material.Looked, new(1, setup.Batch, train.Rows), Thresholds.Default);
        (_checks, _seen) = (new(FirstLooks, MostLooks), 0);
        _probe.Begin();
        Collect();
    }

    private void EndEpoch()
    {
        var test = Tested();
        _epochs.Add(new(_weight > 0 ? _sum / _weight : 0, test.Loss, _material.Measure.Of(test, _material.Split.Test), 0));
        (_sum, _weight) = (0, 0);
    }

    /// <summary>How it does on the test part; where a frame falls on the end of an epoch both ask.</summary>
    private Evaluation Tested()
    {
        if (_tested.Step != Step)
        {
            _tested = (Step, _trainer.Evaluate(_test));
        }
        return _tested.Result;
    }

    /// <summary>Takes what the probe has seen by itself.</summary>
    private int Collect()
    {
        var fresh = _probe.Checks.Count - _seen;
        foreach (var check in _probe.Checks.Skip(_seen))
        {
            Add(check);
        }
        _seen += fresh;
        return fresh;
    }

    private void Add(Check check) => _checks.Add(check with { Step = check.Step + _before });
}

/// <summary>How well a network did after a step.</summary>
internal readonly record struct Point(long Step, double TrainLoss, double TestLoss, double TrainScore, double TestScore);
