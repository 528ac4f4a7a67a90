using System.Text;
using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Header of a message, and where its payload stands. The payload is passed over, not read: what is dropped is never in memory as more than its bytes.</summary>
internal struct XfsEnvelope
{
    private const int LongestWord = 96;

    private static readonly string[] s_names = ["header", "payload", "type", "name", "requestId", "version", "status", "completionCode", "errorDescription"];

    private uint _seen;

    public string? Type { get; private set; }

    public string? Name { get; private set; }

    public string? Version { get; private set; }

    public string? Status { get; private set; }

    public string? Code { get; private set; }

    /// <summary>0 when absent or null; -1 for what is no whole number from 0 on.</summary>
    public long RequestId { get; private set; }

    public bool HasRequestId { get; private set; }

    public bool SpeaksOfVersion { get; private set; }

    public Range Payload { get; private set; }

    /// <returns>A word of <see cref="XfsFaults"/>, or null.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public string? Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = XfsReader.MostDepth });
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return XfsFaults.NotAnObject;
        }

        string? fault = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int name = Named(json);
            json.Read();
            fault ??= name < 2 && !IsFirst(name) ? XfsFaults.DuplicateName : null;
            fault ??= name == 0 && json.TokenType == JsonTokenType.StartObject ? Header(ref json) : null;
            int start = (int)json.TokenStartIndex;
            json.Skip();
            Payload = name == 1 ? start..(int)json.BytesConsumed : Payload;
        }

        // Anything behind the message makes the reader throw.
        json.Read();
        return fault ?? (Type is null || Name is null ? XfsFaults.BadHeader : null);
    }

    private string? Header(ref Utf8JsonReader json)
    {
        bool isTwice = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int name = Named(json);
            json.Read();
            isTwice |= name > 1 && !IsFirst(name);
            Take(name, json);
            json.Skip();
        }

        return isTwice ? XfsFaults.DuplicateName : null;
    }

    private void Take(int name, Utf8JsonReader value)
    {
        switch (name)
        {
            case 2:
                Type = Word(value);
                break;
            case 3:
                Name = Word(value);
                break;
            case 4:
                HasRequestId = value.TokenType != JsonTokenType.Null;
                RequestId = value.TokenType switch
                {
                    JsonTokenType.Null => 0,
                    JsonTokenType.Number => value.TryGetInt64(out long id) && id >= 0 ? id : -1,
                    _ => -1,
                };
                break;
            case 5:
                Version = Word(value);
                break;
            case 6:
                Status = Word(value) ?? XfsCompletion.Other;
                break;
            case 7:
                Code = Word(value);
                break;
            case 8:
                SpeaksOfVersion = value.TokenType == JsonTokenType.String && Contains(value.ValueSpan, "version"u8);
                break;
        }
    }

    /// <returns>Its place in the list of names, whatever its case; -1 when it is none of them.</returns>
    private static int Named(in Utf8JsonReader json)
    {
        for (int i = 0; i < s_names.Length; i++)
        {
            if (!json.ValueIsEscaped && Ascii.EqualsIgnoreCase(json.ValueSpan, s_names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsFirst(int name)
    {
        bool isFirst = (_seen & (1u << name)) == 0;
        _seen |= 1u << name;
        return isFirst;
    }

    private static string? Word(in Utf8JsonReader value) =>
        value.TokenType == JsonTokenType.String && value.ValueSpan.Length is > 0 and <= LongestWord ? value.GetString() : null;

    private static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (int at = 0; at + word.Length <= text.Length; at++)
        {
            if (Ascii.EqualsIgnoreCase(text.Slice(at, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }
}
