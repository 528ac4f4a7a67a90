using System.Text;
using System.Text.Json;

namespace EdgeGateway.Protocol.Elements;

/// <summary>Reads JSON objects one behind the other into the same tree that XML gives: a member is an element, an array repeats it.</summary>
public sealed class JsonElements
{
    private static readonly JsonReaderOptions s_options = new()
    {
        AllowMultipleValues = true,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = ElementTreeBuilder.MostDepth,
    };

    private readonly StringBuilder _text = new();
    private readonly ElementTreeBuilder _builder = new();

    private JsonElements()
    {
    }

    /// <param name="utf8">Starts with an opening brace.</param>
    /// <param name="fault">A word of <see cref="ElementFaults"/> when the rest could not be read, else null.</param>
    /// <returns>Every complete object.</returns>
    public static IReadOnlyList<ElementTree> Read(ReadOnlySpan<byte> utf8, out string? fault)
    {
        var trees = new List<ElementTree>();
        var reader = new Utf8JsonReader(utf8, s_options);
        fault = null;
        try
        {
            while (fault is null && reader.Read())
            {
                fault = new JsonElements().ReadObject(ref reader, trees);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An escape that is no character is reported by GetString, all else by Read.
            fault = ElementFaults.Json;
        }

        return trees;
    }

    private string? ReadObject(ref Utf8JsonReader reader, List<ElementTree> trees)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return ElementFaults.Json;
        }

        Open("EventNotificationAlert");
        string? fault = Members(ref reader, false);
        if (fault is null)
        {
            _builder.Close();
            trees.Add(_builder.Build(_text.ToString(), false, false));
        }

        return fault;
    }

    // The wrapper that carries the root's own name is the root.
    private string? Members(ref Utf8JsonReader reader, bool inRoot)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            bool wrapper = !inRoot && _builder.Depth == 1 && reader.TokenType == JsonTokenType.StartObject
                && name.Equals("EventNotificationAlert", StringComparison.OrdinalIgnoreCase);
            string? fault = wrapper ? Members(ref reader, true) : Value(name, ref reader);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private string? Value(string name, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            string? fault = null;
            while (fault is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                fault = Value(name, ref reader);
            }

            return fault;
        }

        if (_builder.Full)
        {
            return ElementFaults.TooLarge;
        }

        Open(name);
        string? inner = reader.TokenType == JsonTokenType.StartObject ? Members(ref reader, true) : Scalar(ref reader);
        _builder.Close();
        return inner;
    }

    private string? Scalar(ref Utf8JsonReader reader)
    {
        string text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Null => "",
            _ => Encoding.UTF8.GetString(reader.ValueSpan),
        };
        _builder.Text(_text.Length, text.Length);
        _text.Append(text);
        return null;
    }

    private void Open(string name)
    {
        _builder.Open(_text.Length, _text.Length, name.Length);
        _text.Append(name);
    }
}
