using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Web.Tests;

/// <summary>What goes between the site and its scripts, as types for the scripts: written from the records that are sent.</summary>
public sealed class WireTypesTests
{
    private static readonly Type[] Sent = [typeof(Setup), typeof(Command), typeof(Begun), typeof(Frame), typeof(Picture), typeof(CurveData)];

    [Fact]
    public void The_types_of_the_scripts_are_those_of_the_records() => Hillock.Tests.Approved.ShouldSay(
        Hillock.Tests.Repository.Path("tests/Hillock.Web.Tests/Types/wire.d.ts"), Written(), "write it anew with HILLOCK_APPROVE=1");

    private static string Written()
    {
        var text = new StringBuilder("// What goes between the site and its scripts. Written from the records by WireTypesTests; change those.\n");
        var (waiting, done) = (new Queue<Type>(Sent), new HashSet<Type>(Sent));
        while (waiting.TryDequeue(out var record))
        {
            text.Append(CultureInfo.InvariantCulture, $"\nexport interface {record.Name} {{\n");
            foreach (var member in record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetCustomAttribute<JsonIgnoreAttribute>() is null))
            {
                var type = Name(new NullabilityInfoContext().Create(member), other =>
                {
                    if (done.Add(other))
                    {
                        waiting.Enqueue(other);
                    }
                });
                text.Append(CultureInfo.InvariantCulture, $"  {JsonNamingPolicy.CamelCase.ConvertName(member.Name)}: {type};\n");
            }
            text.Append("}\n");
        }
        return text.ToString();
    }

    private static string Name(NullabilityInfo member, Action<Type> used)
    {
        var type = Nullable.GetUnderlyingType(member.Type) ?? member.Type;
        return Plain() + (member.ReadState == NullabilityState.Nullable ? " | null" : "");

        string Plain()
        {
            if (type == typeof(string) || type == typeof(byte[]))
            {
                // Bytes are sent in Base64.
                return "string";
            }
            if (type == typeof(bool))
            {
                return "boolean";
            }
            if (type.IsPrimitive)
            {
                return "number";
            }
            if ((type.IsArray ? member.ElementType : type.IsGenericType ? member.GenericTypeArguments[0] : null) is { } element)
            {
                var name = Name(element, used);
                return name.EndsWith(" | null", StringComparison.Ordinal) ? $"({name})[]" : $"{name}[]";
            }
            used(type);
            return type.Name;
        }
    }
}
