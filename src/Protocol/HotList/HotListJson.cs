using System.Text.Json;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.HotList;

/// <summary>
/// An entry as commands and list files write it: an object with <c>id, plate, category, reason, authority, to</c> and, where wanted,
/// <c>from, colour, plateClass, fuzzy, priority, notifyAt</c>; times in ISO 8601 with a zone. Names nobody knows are ignored.
/// </summary>
public static class HotListJson
{
    private const int Longest = 1024;

    /// <summary>Reads one entry; what is missing or no text becomes empty, and <see cref="HotListRules"/> says so.</summary>
    /// <returns>Null when it is no object, or when something in it has the wrong type.</returns>
    public static HotListEntry? Read(JsonElement entry)
    {
        try
        {
            return entry.ValueKind == JsonValueKind.Object ? ReadObject(entry) : null;
        }
        catch (InvalidOperationException)
        {
            // A text that is not Unicode.
            return null;
        }
    }

    /// <summary>Writes one entry on one line.</summary>
    public static void Write(Utf8JsonWriter json, HotListEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id);
        json.WriteString("plate"u8, entry.Plate);
        WriteIf(json, "colour", entry.Colour);
        WriteIf(json, "plateClass", entry.PlateClass);
        json.WriteString("category"u8, entry.Category);
        json.WriteString("reason"u8, entry.Reason);
        json.WriteString("authority"u8, entry.Authority);
        json.WriteString("from"u8, UtcMilliseconds.Text(entry.From));
        json.WriteString("to"u8, UtcMilliseconds.Text(entry.To));
        if (entry.Fuzzy)
        {
            json.WriteBoolean("fuzzy"u8, true);
        }

        WriteIf(json, "priority", entry.Priority);
        WriteIf(json, "notifyAt", entry.NotifyAt);
        json.WriteEndObject();
    }

    private static HotListEntry? ReadObject(JsonElement entry)
    {
        bool good = TryTime(entry, "from", out var from) & TryTime(entry, "to", out var to)
            & TryWhole(entry, "colour", out int? colour) & TryWhole(entry, "priority", out int? priority) & TryFlag(entry, "fuzzy", out bool fuzzy)
            & TryText(entry, "plateClass", out string? plateClass) & TryText(entry, "notifyAt", out string? notifyAt);
        return !good ? null : new HotListEntry
        {
            Id = Text(entry, "id"),
            Plate = Text(entry, "plate"),
            Colour = colour,
            PlateClass = plateClass,
            Category = Text(entry, "category"),
            Reason = Text(entry, "reason"),
            Authority = Text(entry, "authority"),
            From = from ?? DateTimeOffset.UnixEpoch,
            To = to ?? default,
            Fuzzy = fuzzy,
            Priority = priority,
            NotifyAt = notifyAt,
        };
    }

    private static string Text(JsonElement entry, string name) => TryText(entry, name, out string? text) ? text ?? string.Empty : string.Empty;

    private static bool TryText(JsonElement entry, string name, out string? text)
    {
        text = null;
        if (!Has(entry, name, out var value))
        {
            return true;
        }

        text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text?.Length <= Longest;
    }

    /// <remarks>A time without a zone would mean another moment on every machine.</remarks>
    private static bool TryTime(JsonElement entry, string name, out DateTimeOffset? time)
    {
        time = null;
        if (!Has(entry, name, out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String || !value.TryGetDateTimeOffset(out var read) || !IsZoned(value.GetString()!))
        {
            return false;
        }

        time = read.ToUniversalTime();
        return true;
    }

    private static bool IsZoned(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':' && text.Contains('T', StringComparison.Ordinal));

    private static bool TryWhole(JsonElement entry, string name, out int? number)
    {
        number = null;
        if (!Has(entry, name, out var value))
        {
            return true;
        }

        bool good = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int read) && (number = read) is not null;
        return good;
    }

    private static bool TryFlag(JsonElement entry, string name, out bool flag)
    {
        flag = false;
        if (!Has(entry, name, out var value))
        {
            return true;
        }

        flag = value.ValueKind == JsonValueKind.True;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    private static bool Has(JsonElement entry, string name, out JsonElement value) =>
        entry.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static void WriteIf(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteIf(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
