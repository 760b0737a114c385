using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Lab;

/// <summary>The documents of a kept experiment, known at compile time so that trimming keeps them. Numbers come back with the same bits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    Converters = [typeof(PrintableText)])]
[JsonSerializable(typeof(Origin))]
[JsonSerializable(typeof(Ending))]
[JsonSerializable(typeof(PartSettings))]
[JsonSerializable(typeof(StoredConclusion))]
[JsonSerializable(typeof(StoredEpoch))]
[JsonSerializable(typeof(StoredResult))]
[JsonSerializable(typeof(Check))]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
internal sealed partial class RunDocuments : JsonSerializerContext
{
    /// <summary>For files that people look into: indented, letters such as ∞ as they are.</summary>
    public static RunDocuments Readable =>
        field ??= new(new JsonSerializerOptions(Default.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>Control characters are read as blanks: a file from elsewhere must not steer the terminal it is shown on.</summary>
internal sealed class PrintableText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : null;

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options)!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
