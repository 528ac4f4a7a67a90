using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>Reads one JSON value into the same nodes that key=value lines give. Long texts stay UTF-8: they are pictures in base64.</summary>
internal sealed class DahuaJson
{
    /// <summary>A text beyond this is kept as bytes.</summary>
    private const int LongText = 4096;

    private static readonly JsonReaderOptions s_options = new()
    {
        AllowMultipleValues = true,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = DahuaTree.MostDepth,
    };

    private readonly DahuaTree _tree = new();

    private DahuaJson()
    {
    }

    /// <param name="utf8">Starts with a brace.</param>
    /// <param name="consumed">Bytes of the value, 0 when it is broken.</param>
    /// <param name="fault">A word of <see cref="DahuaFaults"/>, or null.</param>
    /// <returns>The object, or null when it is broken or beyond the bounds.</returns>
    public static DahuaNode? Read(ReadOnlySpan<byte> utf8, out int consumed, out string? fault)
    {
        var reader = new Utf8JsonReader(utf8, s_options);
        var json = new DahuaJson();
        (consumed, fault) = (0, DahuaFaults.Json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            bool whole = json.Members(ref reader, json._tree.Root);
            (consumed, fault) = whole ? ((int)reader.BytesConsumed, null) : (0, DahuaFaults.TooLarge);
            return whole ? json._tree.Root : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An escape that is no character is reported by GetString, all else by Read.
            return null;
        }
    }

    private bool Members(ref Utf8JsonReader reader, DahuaNode parent)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (!Value(ref reader, parent, name))
            {
                return false;
            }
        }

        return true;
    }

    private bool Items(ref Utf8JsonReader reader, DahuaNode list)
    {
        list.IsList = true;
        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (!Value(ref reader, list, index.ToString(CultureInfo.InvariantCulture)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Value(ref Utf8JsonReader reader, DahuaNode parent, string name)
    {
        bool before = parent.Find(name, out _);
        if (_tree.Child(parent, name) is not { } node)
        {
            return false;
        }

        // The first of two equal names counts; the second is still read to its end.
        node = before ? new DahuaNode(name) : node;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Members(ref reader, node);
            case JsonTokenType.StartArray:
                return Items(ref reader, node);
            case JsonTokenType.String:
                Text(ref reader, node);
                return true;
            default:
                node.Say(reader.TokenType == JsonTokenType.Null ? null : Encoding.UTF8.GetString(reader.ValueSpan));
                return true;
        }
    }

    private static void Text(ref Utf8JsonReader reader, DahuaNode node)
    {
        if (reader.ValueSpan.Length <= LongText)
        {
            node.Say(reader.GetString());
            return;
        }

        var bytes = new byte[reader.ValueSpan.Length];
        node.Long = bytes.AsMemory(0, reader.CopyString(bytes));
    }
}
