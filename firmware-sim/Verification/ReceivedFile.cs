using System.Text;
using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Reads a received file, line by line in any of these forms: our own (<c>watch --out</c>); an object with <c>topic</c>
/// and <c>payload</c> (text or JSON, as <c>mosquitto_sub -F '%j'</c> or <c>%J</c> writes it); or <c>topic payload</c>,
/// the payload as text (<c>-F '%t %p'</c>) or in hex (<c>-F '%t %x'</c>, the only form that carries pictures whole).
/// </summary>
public sealed class ReceivedFile(string root)
{
    private readonly MessageDecoder _decoder = new(root);

    /// <summary>Lines that are in none of the forms, or hold a message that cannot be read.</summary>
    public long Unreadable => _decoder.Unreadable + _unreadable;

    private long _unreadable;

    public IEnumerable<ReceivedLine> Read(IEnumerable<string> lines)
    {
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            foreach (ReceivedLine received in ReadLine(line))
            {
                yield return received;
            }
        }
    }

    private IReadOnlyList<ReceivedLine> ReadLine(string line)
    {
        if (line[0] == '{')
        {
            try
            {
                return Json(line);
            }
            catch (JsonException)
            {
                _unreadable++;
                return [];
            }
        }

        int space = line.IndexOf(' ', StringComparison.Ordinal);
        return space <= 0 ? Count() : _decoder.Decode(line[..space], Payload(line[(space + 1)..]), default);
    }

    private IReadOnlyList<ReceivedLine> Json(string line)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        if (root.TryGetProperty("type", out _))
        {
            return JsonSerializer.Deserialize(line, ReceivedJson.Default.ReceivedLine) is { } own ? [own] : [];
        }

        if (!root.TryGetProperty("topic", out JsonElement topic) || !root.TryGetProperty("payload", out JsonElement payload))
        {
            return Count();
        }

        byte[] bytes = payload.ValueKind == JsonValueKind.String
            ? Payload(payload.GetString()!)
            : Encoding.UTF8.GetBytes(payload.GetRawText());
        return _decoder.Decode(topic.GetString() ?? "", bytes, default);
    }

    private IReadOnlyList<ReceivedLine> Count()
    {
        _unreadable++;
        return [];
    }

    private static byte[] Payload(string text) =>
        text.Length > 0 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : Encoding.UTF8.GetBytes(text);
}
