using System.Collections;
using System.Globalization;
using System.Text;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

/// <summary>Values as one text, so that those of the vectors, of the records and of the layouts can be held against each other.</summary>
internal static class MavTold
{
    private static readonly Dictionary<string, string> s_ofText = new() { ["text"] = nameof(StatusText.Characters), ["id"] = nameof(StatusText.TextId), ["chunk_seq"] = nameof(StatusText.Chunk) };

    /// <param name="told">As drone.md prints values: <c>1.5</c>, <c>"text"</c>, <c>[1, 2]</c>, <c>0 ×4</c>.</param>
    public static string Expected(string told)
    {
        if (told[0] == '"')
        {
            return told.Trim('"');
        }

        if (told.Split(" ×") is [var value, var count])
        {
            return string.Join(' ', Enumerable.Repeat(Number(value), int.Parse(count, CultureInfo.InvariantCulture)));
        }

        return string.Join(' ', told.Trim('[', ']').Split(", ").Select(Number));
    }

    /// <summary>The property that belongs to a field.</summary>
    public static string Property(object message, string field)
    {
        string name = message is StatusText && s_ofText.GetValueOrDefault(field) is { } other ? other : string.Concat(field.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        object? value = message.GetType().GetProperty(name)!.GetValue(message);
        return value switch
        {
            ReadOnlyMemory<byte> bytes when field is "uas_id" or "text" => Encoding.UTF8.GetString(bytes.Span.TrimEnd((byte)0)),
            ReadOnlyMemory<byte> bytes => string.Join(' ', bytes.ToArray()),
            string text => text,
            IEnumerable list => string.Join(' ', list.Cast<object>().Select(One)),
            _ => One(value!),
        };
    }

    /// <summary>The same field, read by the layout.</summary>
    public static string Field(MavFrame frame, MavField field)
    {
        var payload = new MavPayloadReader(frame.Payload, field.Offset);
        if (field.Type is MavFieldType.Char)
        {
            return payload.Text(field.Count);
        }

        if (field.Type is MavFieldType.TextByte)
        {
            return Encoding.UTF8.GetString(payload.Bytes(field.Count).AsSpan().TrimEnd((byte)0));
        }

        var values = new List<string>();
        for (int i = 0; i < Math.Max(field.Count, 1); i++)
        {
            values.Add(One(field.Type switch
            {
                MavFieldType.U8 => payload.U8(),
                MavFieldType.I8 => payload.I8(),
                MavFieldType.U16 => payload.U16(),
                MavFieldType.I16 => payload.I16(),
                MavFieldType.U32 => payload.U32(),
                MavFieldType.I32 => payload.I32(),
                MavFieldType.U64 => payload.U64(),
                _ => (object)payload.F32(),
            }));
        }

        return string.Join(' ', values);
    }

    private static string Number(string told) =>
        told.Contains('.', StringComparison.Ordinal) || told == "NaN" ? One(float.Parse(told, CultureInfo.InvariantCulture)) : told;

    private static string One(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
