using System.Text.Json;
using static EdgeGateway.Sim.Verification.JsonPick;

namespace EdgeGateway.Sim.Verification;

/// <summary>Takes apart what is no reading: completeness statements and replies (contract sections 2 and 6).</summary>
public static class ManifestReader
{
    private const long Version = 1;

    /// <exception cref="FormatException">A member is missing or is not what the contract says.</exception>
    public static ReceivedLine Manifest(string topic, JsonElement manifest, DateTimeOffset at)
    {
        if (Number(manifest, "v") != Version)
        {
            throw new FormatException("a manifest of another version");
        }

        return new ReceivedLine
        {
            Type = ReceivedLine.Manifest,
            Topic = topic,
            At = at,
            Epoch = Text(manifest, "epoch") ?? throw Lacks("epoch"),
            FromSeq = Number(manifest, "fromSeq") ?? throw Lacks("fromSeq"),
            ToSeq = Number(manifest, "toSeq") ?? throw Lacks("toSeq"),
            Count = Number(manifest, "count") ?? throw Lacks("count"),
            Sha256 = Text(manifest, "sha256") ?? throw Lacks("sha256"),
            Gaps = Member(manifest, "gaps") is { ValueKind: JsonValueKind.Array } gaps ? [.. gaps.EnumerateArray().Select(Range)] : [],
        };
    }

    public static ReceivedLine Reply(string topic, JsonElement reply, DateTimeOffset at) => new()
    {
        Type = ReceivedLine.Reply,
        Topic = topic,
        At = at,
        CommandId = Text(reply, "commandId"),
        State = Text(reply, "state") ?? throw new FormatException("a reply without state"),
        Note = Text(reply, "reason"),
    };

    private static IReadOnlyList<long> Range(JsonElement range) =>
        range is { ValueKind: JsonValueKind.Array } && range.GetArrayLength() == 2
            ? [range[0].GetInt64(), range[1].GetInt64()]
            : throw new FormatException("a gap of a manifest that is not [from, to]");

    private static FormatException Lacks(string member) => new($"a manifest without {member}");
}
