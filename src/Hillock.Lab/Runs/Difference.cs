using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Hillock.Lab;

/// <summary>Something that is not the same in two documents.</summary>
/// <param name="Name">What: <c>recipes[0].learningRate</c>.</param>
/// <param name="First">Its value in the first; empty where there is none.</param>
/// <param name="Second">Its value in the second.</param>
public sealed record Difference(string Name, string First, string Second)
{
    /// <summary>All differences, in the order of the documents.</summary>
    internal static IReadOnlyList<Difference> Between<T>(T first, T second, JsonTypeInfo<T> type)
    {
        Dictionary<string, string> Leaves(T document) =>
            Flat("", JsonSerializer.SerializeToNode(document, type)).ToDictionary(leaf => leaf.Name, leaf => leaf.Value);
        var (a, b) = (Leaves(first), Leaves(second));
        return
        [
            .. a.Keys.Union(b.Keys).Select(name => new Difference(name, a.GetValueOrDefault(name, ""), b.GetValueOrDefault(name, "")))
                .Where(difference => difference.First != difference.Second),
        ];
    }

    private static IEnumerable<(string Name, string Value)> Flat(string name, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Flat(name.Length == 0 ? member.Key : $"{name}.{member.Key}", member.Value)),
        JsonArray items => items.SelectMany((item, i) => Flat($"{name}[{i}]", item)),
        null => [(name, "none")],
        _ => [(name, node.ToString())],
    };
}
