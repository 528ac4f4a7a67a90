using System.Globalization;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>Arguments of <c>radio.send-text</c> for a TETRA terminal: <c>to</c> a number or its digits, <c>kind</c>, <c>text</c>, and nothing else.</summary>
internal sealed record TextOrderArgs(TetraIdentity To, bool Group, string Text)
{
    private const int LongestText = 250;

    /// <returns>Null for bad arguments.</returns>
    public static TextOrderArgs? Read(JsonElement args)
    {
        if (!args.HasOnly("to", "kind", "text"))
        {
            return null;
        }

        return args.IsGroup() is { } isGroup && Target(args) is { } to && args.Word("text") is { Length: > 0 and <= LongestText } text && !text.Any(char.IsControl)
            ? new TextOrderArgs(to, isGroup, text)
            : null;
    }

    private static TetraIdentity? Target(JsonElement args)
    {
        if (!args.TryGetProperty("to", out var to))
        {
            return null;
        }

        return to.ValueKind switch
        {
            JsonValueKind.String => TetraIdentity.Read(to.GetString()),
            JsonValueKind.Number when to.TryGetInt64(out long id) && id > 0 => TetraIdentity.Read(id.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }
}
