using System.Text.Json.Serialization;

namespace Hillock.Web;

/// <summary>What a visitor wants of a playground that is open.</summary>
/// <param name="Do">One of <see cref="All"/>.</param>
/// <param name="Speed">Steps a second, for <c>speed</c>.</param>
/// <param name="Rate">The learning rate, for <c>rate</c>.</param>
/// <param name="Activations">One for each hidden layer, for <c>activations</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Command(string? Do, int Speed = 0, double Rate = 0, IReadOnlyList<string>? Activations = null)
{
    /// <summary>All commands by name.</summary>
    public static IReadOnlyDictionary<string, Action<Session, Command>> All { get; } = new Dictionary<string, Action<Session, Command>>
    {
        ["run"] = (session, _) => session.Run(true),
        ["pause"] = (session, _) => session.Run(false),
        ["step"] = (session, _) => session.TakeStep(),
        ["speed"] = (session, command) => session.SetSpeed(command.Speed),
        ["rate"] = (session, command) => session.SetRate(command.Rate),
        ["activations"] = (session, command) => session.Switch(command.Activations ?? []),
    };

    /// <summary>Does it.</summary>
    /// <exception cref="HillockException">There is no such command, or something about it is not right.</exception>
    public void Obey(Session session)
    {
        Refuse.Unless(Do is not null && All.ContainsKey(Do), $"there is no command {Shown.Quoted(Do ?? "")}; there are {string.Join(", ", All.Keys)}");
        All[Do!](session, this);
    }
}
