using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hillock.Cli;

/// <summary>A result of <c>hillock verify</c> as it is kept, with when and where it was found.</summary>
internal sealed record AccuracyRecord(string Date, string Machine, AccuracyDocument Result)
{
    /// <summary>The file beside the results that says what others' errors are.</summary>
    public const string PeersFile = "peers.json";

    /// <summary>One file for each function and format.</summary>
    public static void Write(string folder, IEnumerable<AccuracyDocument> documents)
    {
        Directory.CreateDirectory(folder);
        foreach (var document in documents)
        {
            var record = new AccuracyRecord(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ThisMachine(), document);
            using var text = new StringWriter { NewLine = "\n" };
            Json.Write(text, record, JsonDocuments.Readable.AccuracyRecord);
            SafeFile.Write(Path.Combine(folder, $"{FileName.Of(document.Function)}.{document.Format}.json"), text.ToString());
        }
    }

    /// <summary>All that a folder keeps, in the catalog's order.</summary>
    /// <exception cref="HillockException">The folder or a file of it cannot be read.</exception>
    public static (IReadOnlyList<AccuracyRecord> Records, IReadOnlyList<PeerAccuracy> Peers) Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new HillockException($"--record {Shown.Quoted(folder)}: there is no such folder.");
        }

        var files = Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != PeersFile).Order(StringComparer.Ordinal);
        var peers = Path.Combine(folder, PeersFile);
        return (
            [.. files.Select(file => Read(file, JsonDocuments.Default.AccuracyRecord)).OrderBy(Place)],
            File.Exists(peers) ? Read(peers, JsonDocuments.Default.IReadOnlyListPeerAccuracy) : []);
    }

    private static int Place(AccuracyRecord record) =>
        Catalog.Functions.Select((f, i) => (f.Name, i)).FirstOrDefault(f => f.Name == record.Result.Function, (Name: "", i: int.MaxValue)).i;

    private static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), type) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new HillockException($"{Shown.Quoted(file)} is no result of hillock verify; make it anew.", e);
        }
    }

    private static string ThisMachine() => $"{Lab.Machine.This.Processor}, {Lab.Machine.This.VectorBits}-bit vectors, .NET {Lab.Machine.This.DotNet}";
}

/// <summary>The worst errors of another library's float32 kernels, in ULP.</summary>
internal sealed record PeerAccuracy(string Library, string Function, double? Value, double? Slope);
