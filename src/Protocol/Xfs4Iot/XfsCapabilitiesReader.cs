using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Of the capabilities only the interfaces and the versions of our own commands (kiosk.md section 1.3).</summary>
internal static class XfsCapabilitiesReader
{
    private const int MostVersions = 32;

    public static XfsCapabilities Read(JsonElement payload, XfsPicks picks)
    {
        var interfaces = new List<string>();
        var versions = new Dictionary<string, IReadOnlyList<XfsVersion>>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in payload.Pick("interfaces").Items())
        {
            string? name = item.Pick("name") is { ValueKind: JsonValueKind.String } text ? XfsClasses.Known(text.GetString()!) : null;
            if (name is null)
            {
                picks.Ignore();
                continue;
            }

            interfaces.Add(name);
            foreach (var command in item.Pick("commands").Members())
            {
                Take(name, command, versions);
            }
        }

        return new XfsCapabilities([.. interfaces.Distinct()], versions);
    }

    /// <summary>A command is named with its interface or without.</summary>
    private static void Take(string side, JsonProperty command, Dictionary<string, IReadOnlyList<XfsVersion>> versions)
    {
        string full = command.Name.Contains('.', StringComparison.Ordinal) ? command.Name : $"{side}.{command.Name}";
        if (XfsNames.Command(full) is { } ours)
        {
            versions[ours.Name] = [.. command.Value.Pick("versions").Items().Where(one => one.ValueKind == JsonValueKind.String).Take(MostVersions)
                .Select(one => XfsVersion.Parse(one.GetString())).OfType<XfsVersion>().OrderDescending()];
        }
    }
}
