using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Hillock.Web;

/// <summary>One visitor's playground: its networks learn while somebody looks, in turns with all others.</summary>
internal sealed class Session
{
    private const int FramesPerSecond = 10, FramesPerDiagnosis = 5, MostWaiting = 100;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.0 / FramesPerSecond);

    private readonly Canvas _canvas;
    private readonly Lane[] _lanes;
    private readonly IReadOnlyList<Finding>[] _findings;
    private readonly ConcurrentQueue<Action> _commands = [];
    private readonly Rota _rota;
    private readonly Seat _seat;
    private readonly int _goal;
    private bool _running;
    private int _perFrame, _undiagnosed;
    private long _shownAt, _judgedAt;
    private string? _note;

    /// <summary>A playground with first weights, which waits for somebody to look.</summary>
    /// <exception cref="HillockException">Something in the setup is not right.</exception>
    public Session(Setup setup, Rota rota)
    {
        Limits.Check(setup);
        Material = new(setup);
        _canvas = new(Material.Split);
        _lanes = setup.Against is { } other
            ? [new(setup, Material), new(setup with { Layers = [.. setup.Layers.Select(layer => layer with { Activation = other })] }, Material)]
            : [new(setup, Material)];
        _findings = [.. _lanes.Select(_ => (IReadOnlyList<Finding>)[])];
        (_perFrame, _goal, _rota, _seat) = (PerFrame(setup.Speed), setup.Step, rota, new(Turn));
        Judge();
    }

    /// <summary>The data.</summary>
    public Material Material { get; }

    /// <summary>Where the data is shown.</summary>
    public Canvas Canvas => _canvas;

    /// <summary>Who looks at it.</summary>
    public Audience Audience { get; } = new();

    /// <summary>Begins to show, see <see cref="Audience.Look"/>.</summary>
    public Channel<byte[]> Look()
    {
        var frames = Audience.Look();
        Do(() => { });
        return frames;
    }

    /// <summary>Goes on by itself, or waits.</summary>
    public void Run(bool on) => Do(() => (_running, _note) = (on && CanGoOn(), on ? _note : null));

    /// <summary>Takes one step, and waits.</summary>
    public void TakeStep() => Do(() =>
    {
        _running = false;
        if (CanGoOn() && Audience.IsThere)
        {
            Train(look: true);
            Judge();
        }
    });

    /// <summary>So many steps a second.</summary>
    public void SetSpeed(int speed)
    {
        Limits.Speed(speed);
        Do(() => _perFrame = PerFrame(speed));
    }

    /// <summary>Another learning rate, for all networks.</summary>
    public void SetRate(double rate)
    {
        Limits.Rate(rate);
        Do(() => Array.ForEach(_lanes, lane => lane.SetRate(rate)));
    }

    /// <summary>Other activations in the first network, with the weights it has.</summary>
    /// <param name="activations">One for each hidden layer.</param>
    public void Switch(IReadOnlyList<string> activations)
    {
        Refuse.Unless(activations.Count == _lanes[0].Setup.Layers.Count, $"{activations.Count} activations are given for {_lanes[0].Setup.Layers.Count} hidden layers");
        foreach (var (i, text) in activations.Index())
        {
            Limits.Formula(text, $"layer {i + 1}");
            Catalog.Parse(text);
        }
        Do(() =>
        {
            _lanes[0].Switch(_lanes[0].Setup with { Layers = [.. _lanes[0].Setup.Layers.Zip(activations, (layer, text) => layer with { Activation = text })] });
            _undiagnosed = FramesPerDiagnosis;
        });
    }

    private static int PerFrame(int speed) => speed / FramesPerSecond;

    private void Do(Action command)
    {
        Refuse.Unless(_commands.Count < MostWaiting, "this network is still busy with what was asked of it; wait a moment");
        _commands.Enqueue(command);
        _rota.Wake(_seat);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails in one visitor's training must not end the thread that all others share.")]
    private TimeSpan? Turn()
    {
        try
        {
            return Work();
        }
        catch (Exception)
        {
            // The page's stream ends, and with it what it shows; the next look begins anew.
            _running = false;
            Audience.SendAway();
            return null;
        }
    }

    private TimeSpan? Work()
    {
        var (commanded, begun) = (false, Stopwatch.GetTimestamp());
        while (_commands.TryDequeue(out var command))
        {
            command();
            commanded = true;
            if (Stopwatch.GetElapsedTime(begun) > Rota.Slice && !_commands.IsEmpty)
            {
                return TimeSpan.Zero;
            }
        }
        if (!Audience.IsThere)
        {
            return null;
        }
        var isBehind = Steps < _goal && CanGoOn();
        if (!_running && !isBehind)
        {
            if (commanded)
            {
                if (_judgedAt != Steps)
                {
                    Judge();
                }
                Show();
            }
            return null;
        }
        var wait = Pace - Stopwatch.GetElapsedTime(_shownAt);
        if (!isBehind && wait > TimeSpan.Zero)
        {
            return wait;
        }
        while (Stopwatch.GetElapsedTime(begun) < Rota.Slice)
        {
            // Looks and judgements depend on steps alone, not on the clock.
            var isFrame = (Steps + 1) % _perFrame == 0;
            Train(isFrame);
            var ends = !CanGoOn() || Steps == _goal;
            if (isFrame || ends)
            {
                Judge();
            }
            if (!CanGoOn() || (Steps == _goal && !_running))
            {
                _running = false;
                Show();
                return null;
            }
            if (isFrame && (!isBehind || Stopwatch.GetElapsedTime(_shownAt) > Pace))
            {
                Show();
                return isBehind ? TimeSpan.Zero : Pace;
            }
        }
        return TimeSpan.Zero;
    }

    private bool CanGoOn() => _lanes.Any(lane => lane.Broken is null) && Steps < Limits.MostSteps;

    private long Steps => _lanes.Max(lane => lane.Step);

    private void Train(bool look) => Array.ForEach(_lanes, lane => lane.Train(look));

    private void Judge()
    {
        foreach (var lane in _lanes)
        {
            lane.Judge();
        }
        (_judgedAt, _undiagnosed) = (Steps, _undiagnosed + 1);
    }

    private void Show()
    {
        if (_undiagnosed >= FramesPerDiagnosis || !_running)
        {
            for (var i = 0; i < _lanes.Length; i++)
            {
                _findings[i] = _lanes[i].Findings();
            }
            _undiagnosed = 0;
        }
        _note = Steps >= Limits.MostSteps ? $"{Limits.MostSteps} steps are taken; that is all there are here. Reset begins anew." : null;
        Audience.Show(new(Steps, _running, _note, [.. _lanes.Select((lane, i) => Portrayal.Of(lane, _canvas, _findings[i]))]));
        _shownAt = Stopwatch.GetTimestamp();
    }
}
