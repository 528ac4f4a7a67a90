using System.Text.Json;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Members of one JSON object, taken by their names. What cannot be read is noted and left out; what nobody asked for is noted and not looked at.</summary>
internal sealed class KioskMembers(JsonElement members, KioskNotes notes)
{
    /// <summary>Every reader of JSON has it exactly.</summary>
    private const long Most = 1L << 53;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public KioskNotes Notes => notes;

    /// <returns>Null when nothing stands there.</returns>
    public bool Has(string name) => Find(name) is not null;

    /// <param name="name">Of the member.</param>
    /// <param name="isRight">What may be copied.</param>
    /// <param name="doubt">Named when it is something else.</param>
    public string? Text(string name, Func<string, bool> isRight, string doubt)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (TextOf(value) is { } text && isRight(text))
        {
            return text;
        }

        notes.Doubt(doubt);
        return null;
    }

    public long? Whole(string name, string doubt, long least = 0, long most = Most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= least && number <= most)
        {
            return number;
        }

        notes.Doubt(doubt);
        return null;
    }

    public double? Percent(string name, string doubt)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number is >= 0 and <= 100)
        {
            return number;
        }

        notes.Doubt(doubt);
        return null;
    }

    public bool? Flag(string name, string doubt)
    {
        var kind = Find(name)?.ValueKind;
        if (kind is not (null or JsonValueKind.True or JsonValueKind.False))
        {
            notes.Doubt(doubt);
        }

        return kind is JsonValueKind.True ? true : kind is JsonValueKind.False ? false : null;
    }

    /// <returns>Null when it is missing, and when it is no object.</returns>
    public KioskMembers? Object(string name, string doubt)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new KioskMembers(value, notes);
        }

        notes.Doubt(doubt);
        return null;
    }

    /// <summary>Items of a list that can be read; every other one is noted, and those behind the limit.</summary>
    /// <returns>Null when it is missing, and when it is no list.</returns>
    public IReadOnlyList<T>? List<T>(string name, int most, Func<KioskMembers, T?> read, string doubt, string itemDoubt)
        where T : class
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            notes.Doubt(doubt);
            return null;
        }

        var items = new List<T>();
        foreach (var item in value.EnumerateArray())
        {
            if (items.Count < most && item.ValueKind == JsonValueKind.Object && Read(item, read) is { } one)
            {
                items.Add(one);
            }
            else
            {
                notes.Doubt(itemDoubt);
            }
        }

        return items;
    }

    /// <summary>Call when every member was asked for.</summary>
    public void Finish() => notes.HasUnlisted |= members.EnumerateObject().Any(member => !_asked.Contains(member.Name));

    private T? Read<T>(JsonElement item, Func<KioskMembers, T?> read)
        where T : class
    {
        var inner = new KioskMembers(item, notes);
        var one = read(inner);
        inner.Finish();
        return one;
    }

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return members.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>A text that is no Unicode is none.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number when value.TryGetInt64(out long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
