using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hillock.Cli;

/// <summary>Machine-readable output: camelCase, indented, null for numbers that JSON cannot hold.</summary>
internal static class Json
{
    /// <summary>Writes a value and a line end.</summary>
    public static void Write<T>(TextWriter writer, T value, JsonTypeInfo<T> type) => writer.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>A name as JSON has it: LogSoftmax becomes logSoftmax.</summary>
    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>NaN and infinities become null: JSON has no word for them.</summary>
internal sealed class FiniteOrNull : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>The documents the command writes, known at compile time so that trimming keeps them.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(FiniteOrNull)])]
[JsonSerializable(typeof(IReadOnlyList<FunctionLine>))]
[JsonSerializable(typeof(FunctionPage))]
[JsonSerializable(typeof(CompareDocument))]
[JsonSerializable(typeof(DiagnoseDocument))]
[JsonSerializable(typeof(IReadOnlyList<RunsLine>))]
[JsonSerializable(typeof(RunsDocument))]
[JsonSerializable(typeof(RunsComparison))]
[JsonSerializable(typeof(AdviseDocument))]
[JsonSerializable(typeof(IReadOnlyList<KernelTime>))]
[JsonSerializable(typeof(IReadOnlyList<TrainingTime>))]
[JsonSerializable(typeof(IReadOnlyList<AccuracyDocument>))]
[JsonSerializable(typeof(VerifyProgress))]
[JsonSerializable(typeof(AccuracyRecord))]
[JsonSerializable(typeof(IReadOnlyList<PeerAccuracy>))]
internal sealed partial class JsonDocuments : JsonSerializerContext
{
    /// <summary>The documents, with letters such as ∞ written as they are.</summary>
    public static JsonDocuments Readable =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
