namespace Hillock.Lab;

/// <summary>Looks at a network from time to time while it is trained, and changes nothing: the training has the same bits without it.</summary>
/// <param name="trainer">The training that is watched.</param>
/// <param name="samples">The samples that are sent through the network at each look, the same every time.</param>
/// <param name="schedule">When.</param>
/// <param name="thresholds">From where on a slope counts as none.</param>
public sealed class Probe(Trainer trainer, Tensor samples, ProbeSchedule schedule, Thresholds thresholds)
{
    private readonly List<Check> _checks = [];
    private readonly WeightChange _change = new(trainer.Network);
    private readonly SiteLook _look = new(thresholds);

    /// <summary>What was seen so far.</summary>
    public IReadOnlyList<Check> Checks => _checks;

    /// <summary>Where numbers were first seen that are none; <c>null</c> if there were none.</summary>
    public Breakdown? Breakdown { get; private set; }

    /// <summary>Looks at the first weights, and makes ready for the first step.</summary>
    public void Begin()
    {
        // Before the first step a batch norm knows nothing of what it is to take off.
        if (trainer.Network.Statistics.Count == 0)
        {
            _checks.Add(new(trainer.Optimizer.Steps, double.NaN, [], Sites(thorough: false), Heads()));
        }
        Prepare(trainer.Optimizer.Steps + 1);
    }

    /// <summary>Makes ready for the next step of a training that comes from a checkpoint.</summary>
    /// <param name="seen">What was seen until then.</param>
    internal void Resume(IEnumerable<Check> seen)
    {
        _checks.AddRange(seen);
        Prepare(trainer.Optimizer.Steps + 1);
    }

    /// <summary>Looks, if it is time. Called after every step.</summary>
    /// <param name="loss">The loss of the step's batch.</param>
    public void AfterStep(double loss)
    {
        var step = trainer.Optimizer.Steps;
        if (!double.IsFinite(loss))
        {
            Breakdown ??= Where(step);
        }
        else if (schedule.IsDue(step))
        {
            _checks.Add(Seen(step, loss));
        }
        Prepare(step + 1);
    }

    /// <summary>Looks where numbers ended, if they did only when the network was evaluated: the last step can spoil weights that no step sees again.</summary>
    /// <param name="loss">The loss of the evaluation.</param>
    public void AfterEvaluation(double loss)
    {
        if (!double.IsFinite(loss))
        {
            // What was evaluated came in parts, and the part that was spoilt need not have been the last.
            trainer.Network.Forward(samples);
            Breakdown ??= Where(trainer.Optimizer.Steps);
        }
    }

    /// <summary>Makes ready for a look after the next step that is not in the schedule, see <see cref="Look"/>.</summary>
    public void Expect() => _change.Begin();

    /// <summary>
    /// Looks after a step for which <see cref="Expect"/> has made ready: for who watches a training without an end, and keeps what he wants.
    /// </summary>
    /// <param name="loss">The loss of the step's batch.</param>
    /// <returns>What was seen; it is not among <see cref="Checks"/>.</returns>
    public Check Look(double loss) => Seen(trainer.Optimizer.Steps, loss);

    private void Prepare(long next)
    {
        if (schedule.IsDue(next))
        {
            _change.Begin();
        }
    }

    private Check Seen(long step, double loss)
    {
        // Gradients and changes are those of the step; activations are those of the fixed samples.
        return new(step, loss, _change.Layers(), Sites(schedule.IsThorough(step)), Heads());
    }

    private IReadOnlyList<SiteCheck> Sites(bool thorough)
    {
        trainer.Network.Forward(samples);
        return [.. trainer.Network.Sites.Select(site => _look.At(site, thorough))];
    }

    private IReadOnlyList<HeadCheck> Heads() =>
    [
        .. from site in trainer.Network.AttentionSites
           from head in Enumerable.Range(0, site.Heads)
           let attention = site.Read(head)
           select new HeadCheck(site.Name, head, attention.Entropy, site.GreatestEntropy, attention.Zeros),
    ];

    /// <summary>The layers still hold what they made of the batch.</summary>
    private Breakdown Where(long step)
    {
        foreach (var layer in trainer.Network.AllLayers.Where(layer => layer.Parts.Count == 0))
        {
            var bad = NonFinite.In(layer.Outputs.Values);
            if (bad.Any)
            {
                return new(step, layer.Name, bad);
            }
        }
        return new(step, null, default);
    }
}
