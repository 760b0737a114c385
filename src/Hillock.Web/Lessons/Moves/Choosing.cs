namespace Hillock.Web.Moves;

/// <summary>A few questions, and what is advised.</summary>
internal static class Choosing
{
    private const int Shown = 3, Reasons = 4;

    public static Move Move { get; } = new(
        "choosing", "A guided choice",
        [
            new Choice("network", "What do you build?", [.. NetworkKind.All.Select(network => network.Name)]),
            new Dial("depth", "How many hidden layers or blocks?", 1, 60, 1, 4),
            new Choice("task", "What shall it predict?", [.. TaskKind.All.Select(task => task.Name)]),
            new Choice("device", "Where shall it run?", [.. DeviceKind.All.Select(device => device.Name)]),
        ],
        Draw);

    private static Picture Draw(Moved moved, CancellationToken stop)
    {
        var advice = Advisor.Advise(Question.Of(moved["task"], moved["network"], moved.Whole("depth"), device: moved["device"]));
        var question = advice.Question;
        return new(
            $"For {question.Network.Name} ({question.Network.Meaning}) of {question.Depth}: {advice.Best.Candidate.Name}, with first weights {advice.Best.Candidate.Initialisation.Rule} ({advice.Best.Candidate.Initialisation.What}). "
            + $"At the end: {question.Task.Output}, {question.Task.Loss}.")
        {
            Cards =
            [
                .. advice.Ranked.Take(Shown).Select((ranked, i) => new Card(
                    $"{i + 1}. {ranked.Candidate.Name}", LinkOf(ranked.Candidate.Activation),
                    [.. ranked.Reasons.Take(Reasons).Select(reason => (reason.Points >= 0 ? "+ " : "− ") + reason.Text + (reason.Source.Length > 0 ? $" ({reason.Source})" : ""))])),
            ],
        };
    }

    private static string LinkOf(Activation f) => f.Function is { } function ? $"/functions/{function.Name}" : "";
}
