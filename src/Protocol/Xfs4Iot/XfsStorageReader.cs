using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Storage units in an answer and in the events about them (kiosk.md section 2.2).</summary>
internal static class XfsStorageReader
{
    private static readonly string[] s_statuses = ["ok", "inoperative", "missing", "notConfigured", "manipulated"];

    private static readonly string[] s_types = ["retain", "dispense", "park"];

    private static readonly string[] s_levels = ["ok", "full", "high", "low", "empty", "unknown"];

    private static readonly string[] s_contents = ["card", "printer", "cash", "check"];

    /// <param name="units">An object with a member for each unit.</param>
    /// <param name="picks">Counts what was not taken.</param>
    public static XfsStorage Read(JsonElement units, XfsPicks picks)
    {
        var read = new SortedDictionary<string, XfsUnit>(StringComparer.Ordinal);
        foreach (var member in units.Members())
        {
            if (read.Count == XfsStorage.Most)
            {
                picks.Refuse();
            }
            else if (member.Value.ValueKind == JsonValueKind.Object && picks.Name(member.Name) is { } id)
            {
                read[id] = Unit(id, member.Value, picks);
            }
        }

        return new XfsStorage(read);
    }

    private static XfsUnit Unit(string id, JsonElement unit, XfsPicks picks)
    {
        string? content = s_contents.FirstOrDefault(one => unit.Pick(one).ValueKind == JsonValueKind.Object);
        var detail = content is null ? default : unit.Pick(content);
        var status = detail.Pick("status");
        return new XfsUnit
        {
            Id = id,
            PositionName = picks.Name(unit.Pick("positionName")),
            Capacity = picks.Count(unit.Pick("capacity")),
            Status = picks.Word(unit.Pick("status"), s_statuses),
            Content = content,
            Type = content == "card" ? picks.Word(detail.Pick("capabilities").Pick("type"), s_types) : null,
            TakesIn = content == "cash" ? picks.Flag(detail.Pick("configuration").Pick("types").Pick("cashIn")) : null,
            InitialCount = content == "card" ? picks.Count(status.Pick("initialCount")) : null,
            Count = Count(content, status, picks),
            RetainCount = content == "card" ? picks.Count(status.Pick("retainCount")) : null,
            Threshold = content == "card" ? picks.Count(detail.Pick("configuration").Pick("threshold")) : null,
            Replenishment = picks.Word(status.Pick("replenishmentStatus"), s_levels),
        };
    }

    /// <summary>How much money there is, is not told.</summary>
    private static long? Count(string? content, JsonElement status, XfsPicks picks) => content switch
    {
        "card" => picks.Count(status.Pick("count")),
        "printer" => picks.Count(status.Pick("in")),
        _ => null,
    };
}
