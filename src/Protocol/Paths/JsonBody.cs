using System.Text;
using System.Text.Json;

namespace EdgeGateway.Protocol.Paths;

/// <summary>Reads one JSON value of any sort into the form that paths walk on (RFC 8259).</summary>
public static class JsonBody
{
    /// <summary>Most values of one message, members and items counted alike.</summary>
    public const int MostValues = 8192;

    /// <summary>Most levels of objects and lists.</summary>
    public const int MostDepth = 32;

    public const string NotJson = "not-json";
    public const string TooDeep = "too-deep";
    public const string TooManyValues = "too-many-values";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="utf8">The message; the caller has bounded its length.</param>
    /// <param name="fault"><see cref="NotJson"/>, <see cref="TooDeep"/> or <see cref="TooManyValues"/>; null when it was read.</param>
    /// <returns>Null when it is none.</returns>
    public static BodyNode? Read(ReadOnlySpan<byte> utf8, out string? fault)
    {
        var reader = new Utf8JsonReader(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8, new JsonReaderOptions { MaxDepth = MostDepth + 1 });
        int left = MostValues;
        try
        {
            reader.Read();
            var message = Value(ref reader, string.Empty, ref left);
            bool isMore = message is not null && reader.Read();
            fault = message is null ? left < 0 ? TooManyValues : TooDeep : isMore ? NotJson : null;
            return fault is null ? message : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A text that is no Unicode is reported by GetString, all else by Read.
            fault = NotJson;
            return null;
        }
    }

    /// <returns>Null when there are too many values or levels.</returns>
    private static BodyNode? Value(ref Utf8JsonReader reader, string name, ref int left)
    {
        if (--left < 0)
        {
            return null;
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject or JsonTokenType.StartArray => Several(ref reader, name, ref left),
            JsonTokenType.String => new BodyNode(name) { Text = Said(reader.GetString()) },
            JsonTokenType.Number => new BodyNode(name) { Text = Encoding.UTF8.GetString(reader.ValueSpan), Sort = BodySort.Number },
            JsonTokenType.True => new BodyNode(name) { Text = "true", Sort = BodySort.Flag },
            JsonTokenType.False => new BodyNode(name) { Text = "false", Sort = BodySort.Flag },
            _ => new BodyNode(name) { Sort = BodySort.Nothing },
        };
    }

    private static BodyNode? Several(ref Utf8JsonReader reader, string name, ref int left)
    {
        bool isList = reader.TokenType == JsonTokenType.StartArray;
        if (reader.CurrentDepth >= MostDepth)
        {
            return null;
        }

        var children = new List<BodyNode>();
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            string member = isList ? string.Empty : reader.GetString()!;
            if (!isList)
            {
                reader.Read();
            }

            if (Value(ref reader, member, ref left) is not { } child)
            {
                return null;
            }

            children.Add(child);
        }

        return new BodyNode(name) { IsList = isList, Sort = BodySort.Several, Children = children };
    }

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
