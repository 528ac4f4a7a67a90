using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Sim.Viid;

/// <summary>Reads what a server answered: one status, or a list of them (plate-camera.md section 2.3).</summary>
public sealed class ViidStatuses
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    /// <summary>Status of the single form; null when the answer was a list, or nothing that can be read.</summary>
    public int? Single { get; private set; }

    public static ViidStatuses Read(ReadOnlySpan<byte> body)
    {
        var statuses = new ViidStatuses();
        int start = body.IndexOf((byte)'{');
        if (start < 0)
        {
            return statuses;
        }

        try
        {
            var reader = new Utf8JsonReader(body[start..]);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            statuses.Take(document.RootElement);
        }
        catch (JsonException)
        {
            // Whatever that was, it was no success.
        }

        return statuses;
    }

    /// <returns>The status of that object; null when the server said nothing of it.</returns>
    public int? Of(string id) => _byId.TryGetValue(id, out int code) ? code : null;

    private void Take(JsonElement root)
    {
        if (root.TryGetProperty("ResponseStatusObject", out JsonElement one) && one.ValueKind == JsonValueKind.Object)
        {
            Single = Note(one);
        }

        if (root.TryGetProperty("ResponseStatusListObject", out JsonElement list) && list.ValueKind == JsonValueKind.Object
            && list.TryGetProperty("ResponseStatusObject", out JsonElement items) && items.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in items.EnumerateArray())
            {
                Note(item);
            }
        }
    }

    private int? Note(JsonElement status)
    {
        int? code = !status.TryGetProperty("StatusCode", out JsonElement value) ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number
            : value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), CultureInfo.InvariantCulture, out int text) ? text
            : null;
        if (code is { } known && status.TryGetProperty("Id", out JsonElement id) && id.ValueKind == JsonValueKind.String)
        {
            _byId[id.GetString()!] = known;
        }

        return code;
    }
}
